using Nsdd311.Access;
using Nsdd311.Calendar;
using Nsdd311.Runtime;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Api;

/// <summary>Journals as readers see them.</summary>
internal static class Histories
{
    /// <summary>The rows of which the reader may know. Hashes end with the first row that is not shown whole, whoever does not see it.</summary>
    /// <param name="rows">The journal, oldest first.</param>
    /// <param name="calendar">Of the charter that the entity keeps.</param>
    /// <param name="show">What the reader may know of a fact, with its words; null for nothing.</param>
    public static HistoryView Of(ValueList<RecordedEvent> rows, WorkingCalendar calendar, Func<object, ShownFact?> show)
    {
        var entries = new List<HistoryEntry>(rows.Count);
        var isWhole = true;
        foreach (var row in rows)
        {
            if (show(row.Event) is not { } shown)
            {
                isWhole = false;
                continue;
            }

            var data = Redacted.Data(shown.Fact, shown.Sight, out var isRowWhole);
            isWhole &= isRowWhole && shown.Fact.Equals(row.Event);
            entries.Add(new(
                row.Sequence, calendar.InPlace(row.At), row.Actor, shown.Words, row.Type, data, row.Charter.ToString(), row.RosterSequence, isWhole ? row.Hash : null));
        }

        return new(entries.ToValueList());
    }
}

/// <summary>A fact as a reader may know it.</summary>
/// <param name="Fact">Without what the reader may not know of.</param>
/// <param name="Sight">Through which its texts are read.</param>
/// <param name="Words">One sentence.</param>
internal sealed record ShownFact(object Fact, Sight Sight, string Words);

/// <summary>The journal of a matter or a session, oldest first.</summary>
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
