using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>The newest durable rows of an entity, for whoever has all but these. Few, for their bytes stay in memory.</summary>
internal sealed class RecentRows(int most)
{
    /// <summary>Keeps none.</summary>
    public static readonly RecentRows None = new(0);

    private readonly Lock gate = new();
    private readonly Queue<JournalRow> rows = [];

    /// <summary>Keeps rows that follow those kept.</summary>
    public void Keep(IReadOnlyList<JournalRow> newer)
    {
        if (most == 0) return;

        lock (gate)
        {
            foreach (var row in newer) rows.Enqueue(row);
            while (rows.Count > most) rows.Dequeue();
        }
    }

    /// <summary>The rows after one version up to another, oldest first; null if they are not all here.</summary>
    public IReadOnlyList<JournalRow>? Between(long after, long upTo)
    {
        List<JournalRow> found = [];
        lock (gate)
        {
            foreach (var row in rows)
                if (row.Sequence > after && row.Sequence <= upTo) found.Add(row);
        }

        return found.Count == upTo - after ? found : null;
    }
}
