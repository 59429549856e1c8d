using Microsoft.AspNetCore.Http;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Api;

/// <summary>What a reader is shown of one matter.</summary>
internal sealed class MatterPages(IVettingRuntime runtime, ICharters charters, ProposalDesk desk, TimeProvider time)
{
    /// <summary>The matter.</summary>
    public async Task<Answer> Matter(HttpContext http) => (await desk.Find(http)).Try(out var seen, out var problem)
        ? Answer.Of(200, ProposalView.Of(seen.State, seen.Sight)!, seen.Record.Version)
        : problem;

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

        var rows = await runtime.History(EntityId.Of(seen.Id), http.RequestAborted);
        var calendar = charters.Find(seen.Record.Charter).Calendar;
        var entries = new List<HistoryEntry>(rows.Count);
        var isWhole = true;
        foreach (var row in rows)
        {
            var data = Redacted.Data(row.Event, seen.Sight, out var isRowWhole);
            isWhole &= isRowWhole;
            entries.Add(new(
                row.Sequence, calendar.InPlace(row.At), row.Actor, Words.Of((ProposalEvent)row.Event), row.Type, data, row.Charter.ToString(), row.RosterSequence,
                isWhole ? row.Hash : null));
        }

        return Answer.Of(200, new HistoryView(entries.ToValueList()), rows.Count);
    }
}

/// <summary>The journal of a matter, oldest first.</summary>
internal sealed record HistoryView(ValueList<HistoryEntry> Items);

/// <summary>One row of the journal.</summary>
/// <param name="Sequence">From 1.</param>
/// <param name="At">When it was decided.</param>
/// <param name="By">Who acted, in which seat.</param>
/// <param name="Words">One sentence.</param>
/// <param name="Type">The stored name of the fact.</param>
/// <param name="Data">The fact, without the texts that the reader may not read.</param>
/// <param name="Charter">The charter relied on.</param>
/// <param name="RosterVersion">The roster relied on.</param>
/// <param name="Hash">
/// Of the row in its chain; left out from the first row on of which the reader may not read every text. Whoever guesses a short text could prove the guess
/// by the hash of its row, and by those that follow from it.
/// </param>
internal sealed record HistoryEntry(
    long Sequence, DateTimeOffset At, string By, string Words, string Type, System.Text.Json.Nodes.JsonNode Data, string Charter, long RosterVersion, string? Hash);
