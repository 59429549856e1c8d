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

    /// <summary>The first run of each entity, by key, and the places of what does not follow it.</summary>
    public static (List<Run> Runs, List<int> Left) Split(IReadOnlyList<Append> batch)
    {
        List<Run> runs = [];
        List<int> rest = [];
        HashSet<string> seen = [];
        for (var i = 0; i < batch.Count;)
        {
            if (!seen.Add(batch[i].Key))
            {
                rest.Add(i++);
                continue;
            }

            List<int> places = [i];
            while (++i < batch.Count && Follows(batch[i], batch[i - 1])) places.Add(i);
            runs.Add(new(places, [.. places.Select(place => batch[place])]));
        }

        return (runs, rest);
    }

    /// <summary>Whether the one was decided on the head that the other leaves.</summary>
    public static bool Follows(Append next, Append before) => next.Key == before.Key && next.First.PreviousHash == before.Last.Hash;
}
