using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>Appends of one entity that follow each other: their head moves once, from before the first to behind the last.</summary>
/// <remarks>The hash of the last proves all before it, so a run is in the journal as a whole or not at all.</remarks>
internal sealed class Run(IReadOnlyList<int> places, IReadOnlyList<Append> appends)
{
    /// <summary>Where its appends stand in the batch.</summary>
    public IReadOnlyList<int> Places => places;

    public IReadOnlyList<Append> Appends => appends;

    public Append First => appends[0];

    public Append Last => appends[^1];

    /// <summary>The first run of each entity, sorted by key so that two writers never wait for each other in a circle, and the places of what does not follow it.</summary>
    public static (List<Run> Runs, List<int> Left) Split(IReadOnlyList<Append> batch)
    {
        List<Run> runs = [];
        List<int> rest = [];
        // The sort is stable: appends of one entity stay in the order in which they were decided.
        foreach (var entity in Enumerable.Range(0, batch.Count).GroupBy(i => batch[i].Key).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            List<int> places = [];
            foreach (var place in entity)
            {
                if (places.Count == 0 || Follows(batch[place], batch[places[^1]])) places.Add(place);
                else rest.Add(place);
            }

            runs.Add(new(places, [.. places.Select(place => batch[place])]));
        }

        rest.Sort();
        return (runs, rest);
    }

    private static bool Follows(Append next, Append before) => next.First.PreviousHash == before.Last.Hash;
}
