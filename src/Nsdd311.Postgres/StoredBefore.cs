using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>What this connection has seen stored for good and need not offer again: the names of events, and the sets of audiences.</summary>
internal sealed class StoredBefore
{
    private const int MostSets = 10_000;
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly HashSet<ValueList<string>> audiences = [];

    public bool Has(string type) => types.Contains(type);

    public bool Has(ValueList<string> set) => audiences.Contains(set);

    /// <summary>Appends that were committed.</summary>
    public void Add(IEnumerable<Append> won)
    {
        if (audiences.Count > MostSets) audiences.Clear();
        foreach (var append in won)
        {
            foreach (var row in append.Rows) types.Add(row.Type);
            if (append.ReadRows.Matter is { } matter) audiences.Add(matter.Audiences);
        }
    }
}
