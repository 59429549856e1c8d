using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Reciprocity;
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
        pairs.Get("", (HttpContext http, PairDesk desk) => desk.List(http))
            .Describe<PairsView>("listPairs", "Lists the counterpart pairs of the charter.", Docs.Plain);
        pairs.Get("/{id}", (HttpContext http, PairDesk desk) => desk.Show(http))
            .Describe<LedgerView>("getPair", "Shows a pair's balances, debts and entries, also as they stood on a day.", Docs.Entity with { Query = ["asOf"] });
        pairs.Post("/{id}/baseline", (HttpContext http, PairDesk desk) => desk.Act<BaselineBody>(http, BaselineBody.ToCommand))
            .Describe<LedgerView>("enterBaseline", "Enters a past contact by hand.", Docs.Command<BaselineBody>("Ledger of a pair"));
        pairs.Post("/{id}/corrections", (HttpContext http, PairDesk desk) => desk.Act<CorrectionBody>(http, CorrectionBody.ToCommand))
            .Describe<LedgerView>("correctEntry", "Supplies or corrects the figures of an entry.", Docs.Command<CorrectionBody>("Ledger of a pair"));
        pairs.Post("/{id}/return-dates", (HttpContext http, PairDesk desk) => desk.Act<ReturnDateBody>(http, ReturnDateBody.ToCommand))
            .Describe<LedgerView>("agreeReturnDate", "Records a return-by date that both sides agreed to.", Docs.Command<ReturnDateBody>("Ledger of a pair"));
        MapMotions(pairs);
    }

    private static void MapMotions(RouteGroupBuilder pairs)
    {
        const string Motion = "Motion in the SIG";
        pairs.Post("/{id}/waivers", (HttpContext http, PairDesk desk) => desk.Act<WaiverBody>(http, WaiverBody.ToCommand))
            .Describe<LedgerView>("moveWaiver", "Moves in the SIG that a limit be waived.", Docs.Command<WaiverBody>(Motion));
        pairs.Post("/{id}/freeze/lift", (HttpContext http, PairDesk desk) => desk.Act<FreezeLiftBody>(http, FreezeLiftBody.ToCommand))
            .Describe<LedgerView>("moveFreezeLift", "Moves in the SIG that the freeze of an account be lifted until an instant.", Docs.Command<FreezeLiftBody>(Motion));
        pairs.Post("/{id}/debts/{n:int:min(1)}/write-off", (HttpContext http, PairDesk desk) => desk.Act<WriteOffBody>(http, WriteOffBody.ToCommand))
            .Describe<LedgerView>("moveWriteOff", "Moves in the SIG that a debt be written off, or carried to a day.", Docs.Command<WriteOffBody>(Motion));
        pairs.Post("/{id}/motions/{n:int:min(1)}/voice", (HttpContext http, PairDesk desk) => desk.Act<VoiceBody>(http, VoiceBody.ToCommand))
            .Describe<LedgerView>("speakOnMotion", "Agrees to a motion for an agency, or objects.", Docs.Command<VoiceBody>(Motion));
        pairs.Post("/{id}/motions/{n:int:min(1)}/grant", (HttpContext http, PairDesk desk) => desk.Act<NothingBody>(http, (_, _, named) => new PairCommand.Grant(named.Number), new()))
            .Describe<LedgerView>("grantMotion", "Grants by paper what all agencies have agreed to.", Docs.Command<NothingBody>(Motion) with { BodyIsOptional = true });
        pairs.Post("/{id}/motions/{n:int:min(1)}/drop", (HttpContext http, PairDesk desk) => desk.Act<NothingBody>(http, (_, _, named) => new PairCommand.Drop(named.Number), new()))
            .Describe<LedgerView>("dropMotion", "Drops a motion.", Docs.Command<NothingBody>(Motion) with { BodyIsOptional = true });
    }
}

/// <summary>The pairs of the charter.</summary>
internal sealed record PairsView(ValueList<Charters.CounterpartPair> Items);
