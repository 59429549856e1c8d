using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>The newest durable events of an entity, for whoever has all but these. Few, for their bytes stay in memory. One thread at a time.</summary>
internal sealed class RecentRows(int most)
{
    /// <summary>Keeps none.</summary>
    public static readonly RecentRows None = new(0);

    private RecentRow[] rows = [];
    private long newest;

    /// <summary>Keeps rows that follow those kept.</summary>
    public void Keep(IReadOnlyList<JournalRow> newer)
    {
        if (most == 0 || newer.Count == 0) return;

        var count = Math.Min(most, rows.Length + newer.Count);
        var kept = new RecentRow[count];
        var fresh = Math.Min(count, newer.Count);
        rows.AsSpan(rows.Length - (count - fresh)).CopyTo(kept);
        for (var i = 1; i <= fresh; i++) kept[^i] = new(newer[^i].Type, newer[^i].Payload);

        (rows, newest) = (kept, newer[^1].Sequence);
    }

    /// <summary>The events after one version up to another, oldest first; null if they are not all here.</summary>
    public ReadOnlyMemory<RecentRow>? Between(long after, long upTo)
    {
        if (after == upTo) return ReadOnlyMemory<RecentRow>.Empty;

        var first = after - (newest - rows.Length);
        if (first < 0 || after > upTo || upTo > newest) return null;

        return rows.AsMemory((int)first, (int)(upTo - after));
    }
}

/// <summary>An event as it is stored.</summary>
/// <param name="Type">Its stored name.</param>
/// <param name="Payload">The exact bytes.</param>
internal readonly record struct RecentRow(string Type, ReadOnlyMemory<byte> Payload);
