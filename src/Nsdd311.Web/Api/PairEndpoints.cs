using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Describing;

namespace Nsdd311.Web.Api;

/// <summary>Counterpart pairs and their ledgers.</summary>
internal static class PairEndpoints
{
    /// <summary>Everything under <c>/pairs</c>.</summary>
    public static void MapPairs(this RouteGroupBuilder api)
    {
        var pairs = api.MapGroup("/pairs").WithTags("Pairs");
        pairs.MapGet("", (HttpContext http, PairDesk desk) => desk.List(http))
            .Describe<PairsView>("listPairs", "Lists the counterpart pairs of the charter.", Docs.Plain);
        pairs.MapGet("/{id}", (HttpContext http, PairDesk desk) => desk.Show(http))
            .Describe<LedgerView>("getPair", "Shows a pair's balances, debts and entries, also as they stood on a day.", Docs.Entity with { Query = ["asOf"] });
        pairs.MapPost("/{id}/baseline", (HttpContext http, PairDesk desk) => desk.Act<BaselineBody>(http, BaselineBody.ToCommand))
            .Describe<LedgerView>("enterBaseline", "Enters a past contact by hand.", Docs.Command<BaselineBody>("Ledger of a pair"));
        pairs.MapPost("/{id}/corrections", (HttpContext http, PairDesk desk) => desk.Act<CorrectionBody>(http, CorrectionBody.ToCommand))
            .Describe<LedgerView>("correctEntry", "Supplies or corrects the figures of an entry.", Docs.Command<CorrectionBody>("Ledger of a pair"));
        pairs.MapPost("/{id}/return-dates", (HttpContext http, PairDesk desk) => desk.Act<ReturnDateBody>(http, ReturnDateBody.ToCommand))
            .Describe<LedgerView>("agreeReturnDate", "Records a return-by date that both sides agreed to.", Docs.Command<ReturnDateBody>("Ledger of a pair"));
    }
}

/// <summary>The pairs of the charter.</summary>
internal sealed record PairsView(ValueList<Charters.CounterpartPair> Items);
