using Microsoft.AspNetCore.Http;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api;

/// <summary>What a reader is shown of one matter.</summary>
internal sealed class MatterPages(IVettingRuntime runtime, ICharters charters, ProposalDesk desk, PlanShelf plans, TimeProvider time)
{
    /// <summary>The matter.</summary>
    public async Task<Answer> Matter(HttpContext http)
    {
        if (!(await desk.Find(http)).Try(out var seen, out var problem)) return problem;

        var view = await plans.Complete(ProposalView.Of(seen.State, seen.Sight)!, seen.State, seen.Reader, http.RequestAborted);
        return Answer.Of(200, view, seen.Record.Version);
    }

    /// <summary>Its positions.</summary>
    public async Task<Answer> Positions(HttpContext http) => (await desk.Find(http)).Try(out var seen, out var problem)
        ? Answer.Of(200, PositionsView.Of(seen.State, seen.Sight), seen.Record.Version)
        : problem;

    /// <summary>The cleared text of a statement, once it is final and its embargo is over.</summary>
    public async Task<Answer> ReleasableText(HttpContext http)
    {
        if (!(await desk.Find(http)).Try(out var seen, out var problem)) return problem;

        return ProposalDecider.NotReleasable(seen.State, time.GetUtcNow(), charters.Find(seen.Record.Charter)) is { } refusal
            ? Problem.Of(Refusals.NoticeOf(refusal))
            : Answer.Of(200, ReleasableTextView.Of(((ProposalState.Lodged)seen.State).Matter, seen.Sight), seen.Record.Version);
    }

    /// <summary>Its journal. The facts are everybody's who may know of it; texts only as far as the reader may read.</summary>
    public async Task<Answer> History(HttpContext http)
    {
        if (!(await desk.Find(http)).Try(out var seen, out var problem)) return problem;

        var dossier = MatterFacts.DossierOf(seen.State)!;
        var rows = await runtime.History(EntityId.Of(seen.Id), http.RequestAborted);
        var listed = DisclosureView.ListedIn(rows.Select(row => (ProposalEvent)row.Event));
        var history = Histories.Of(rows, charters.Find(seen.Record.Charter).Calendar, fact =>
            DisclosureView.Shown((ProposalEvent)fact, listed, seen.Sight) is { } shown && AttachmentFacts.Of(shown, dossier, seen.Sight) is { } known
                ? new(known, seen.Sight, Words.Of(shown))
                : null);
        return Answer.Of(200, history, rows.Count);
    }
}
