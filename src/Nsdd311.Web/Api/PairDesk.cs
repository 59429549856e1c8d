using System.Globalization;
using Microsoft.AspNetCore.Http;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Api;

/// <summary>Shows a pair's ledger and takes commands to it. Totals are for whoever sits at the table; entries for whoever may know of their matter.</summary>
internal sealed class PairDesk(IVettingRuntime runtime, IReadModel lists, Intake intake, ICharters charters, TimeProvider time)
{
    /// <summary>GET of all pairs.</summary>
    public async Task<Answer> List(HttpContext http) =>
        Answer.Of(200, new PairsView((await intake.CallerOf(http)).IsAdmitted ? charters.InForce.Pairs : []));

    /// <summary>GET of one pair, also as of a day.</summary>
    public async Task<Answer> Show(HttpContext http)
    {
        var caller = await intake.CallerOf(http);
        var question = new Question(http.Request, "asOf");
        var asOf = question.Value<DateOnly>("asOf", DayOf, "a day such as 1988-07-28");
        if (question.Problem is { } problem) return problem;
        if (Find(http, caller) is not { } pair) return Problem.NotFound;

        var record = await runtime.Read(EntityId.Of(pair.Id), null, http.RequestAborted);
        return await Render(pair, record, asOf, caller, 200, http.RequestAborted);
    }

    /// <summary>A command to the pair.</summary>
    public async Task<Answer> Act<TBody>(HttpContext http, Func<TBody, Form, CounterpartPairOf, PairCommand> make, TBody? empty = null)
        where TBody : class
    {
        if (!(await intake.Receive(http, empty)).Try(out var incoming, out var problem)) return problem;

        var form = new Form();
        PairId.TryParse((string?)http.Request.RouteValues["id"], null, out var named);
        var command = make(incoming.Body, form, new(named, incoming.Id, http.Request.RouteValues["n"] is string number ? int.Parse(number, CultureInfo.InvariantCulture) : 0));
        if (form.Problem is { } fault) return fault;
        if (Find(http, incoming.Caller) is not { } pair) return Problem.NotFound;

        var (reply, record, isSettled) = await runtime.Settle(
            new(EntityId.Of(pair.Id), command, incoming.Id, incoming.Digest, incoming.Actor, incoming.ExpectedVersion), http.RequestAborted);
        if (reply is not Reply.Accepted) return Replies.ProblemOf(reply);

        return await Render(pair, record, null, incoming.Caller, isSettled ? 200 : 202, http.RequestAborted);
    }

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private CounterpartPair? Find(HttpContext http, Caller caller) =>
        caller.IsAdmitted && PairId.TryParse((string?)http.Request.RouteValues["id"], null, out var id) ? charters.InForce.Find(id) : null;

    private async Task<Answer> Render(CounterpartPair pair, EntityRecord? record, DateOnly? asOf, Caller caller, int status, CancellationToken cancellationToken)
    {
        var state = (PairState?)record?.State ?? PairDecider.Initial;
        var now = time.GetUtcNow();
        var view = Ledgers.Of(pair, state, charters.InForce, asOf ?? charters.InForce.Calendar.DayOf(now), now, await SightOf(state, caller, cancellationToken));
        return Answer.Of(status, view, record?.Version ?? 0, status is 202 ? $"{Routes.Base}/pairs/{pair.Id}" : null);
    }

    /// <remarks>Whoever reads all facts may know of every matter; the question is then only which are distributed to the reader.</remarks>
    private async Task<LedgerSight> SightOf(PairState state, Caller caller, CancellationToken cancellationToken)
    {
        HashSet<ProposalId> undistributed = [];
        foreach (var matter in state.Books.SelectMany(book => book.Contacts).Select(Ledgers.MatterOf).OfType<ProposalId>().Distinct())
            if (!await lists.MayKnow(matter, caller.Reader.Audiences, false, cancellationToken)) undistributed.Add(matter);

        return caller.Reader.ReadsAllFacts ? new(caller.Reader, new HashSet<ProposalId>(), undistributed) : new(caller.Reader, undistributed, undistributed);
    }
}

/// <summary>What the address of a command names: the pair, a number within it if there is one; and the command's own id, of which a new entry is made.</summary>
internal sealed record CounterpartPairOf(PairId Pair, CommandId Command, int Number);
