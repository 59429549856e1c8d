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
        // Appends of one entity stay in the order in which they were decided.
        var places = new int[batch.Count];
        for (var i = 0; i < places.Length; i++) places[i] = i;
        Array.Sort(places, (one, other) => string.CompareOrdinal(batch[one].Key, batch[other].Key) is var order and not 0 ? order : one - other);

        List<Run> runs = [];
        List<int> rest = [];
        for (var i = 0; i < places.Length;)
        {
            List<int> following = [places[i]];
            for (i++; i < places.Length && batch[places[i]].Key == batch[following[0]].Key; i++)
                (Follows(batch[places[i]], batch[following[^1]]) ? following : rest).Add(places[i]);

            runs.Add(new(following, following.ConvertAll(place => batch[place])));
        }

        rest.Sort();
        return (runs, rest);
    }

    private static bool Follows(Append next, Append before) => next.First.PreviousHash == before.Last.Hash;
}
