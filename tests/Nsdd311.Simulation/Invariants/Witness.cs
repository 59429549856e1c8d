using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Simulation.Invariants;

/// <summary>Reads the journal behind everybody's back, folds it by itself, and holds every new row against the invariants.</summary>
internal sealed class Witness(IJournal store, Charter charter)
{
    private readonly SortedDictionary<string, Chain> chains = new(StringComparer.Ordinal);
    private readonly Invariant[] invariants =
    [
        new ChainsHold(), new CommandsHappenOnce(), new SeatsAreHeld(), new OneRoundAtMost(), new NumbersHaveNoGaps(), new TheBoundHolds(charter), new EntriesMoveForward(),
        new PromisesAreKept(store), new MattersAndLedgersAgree(), new SessionsAndMattersAgree(),
    ];

    /// <summary>What was found broken, first things first.</summary>
    public List<string> Broken { get; } = [];

    public IEnumerable<Chain> Chains => chains.Values;

    public IEnumerable<Chain> Of(string kind) => chains.Values.Where(chain => chain.Entity.Kind == kind);

    public Chain Chain(EntityId entity) => chains.GetValueOrDefault(entity.ToString()) ?? new(entity, Domain.Model.Of(entity));

    /// <summary>Something may have been written to these entities.</summary>
    public void LookAt(IReadOnlyList<Append> batch)
    {
        // In the order in which it was decided: what one entity records of another comes after it.
        foreach (var append in batch) LookAt(append.Entity, append.Last.Sequence);
        foreach (var append in batch) LookAt(append.Entity, long.MaxValue);
    }

    private void LookAt(EntityId entity, long until)
    {
        if (!chains.TryGetValue(entity.ToString(), out var chain)) chain = new(entity, Domain.Model.Of(entity));
        foreach (var row in store.Read(entity, chain.Version + 1, default).Result.Where(row => row.Sequence <= until))
        {
            chains[entity.ToString()] = chain;
            See(chain, row);
        }
    }

    /// <summary>All is quiet, and nothing went wrong on the way.</summary>
    public void LookAround(DateTimeOffset now)
    {
        foreach (var invariant in invariants) Broken.AddRange(invariant.AtRest(this, now).Select(what => $"{invariant.GetType().Name}: {what}"));
    }

    private void See(Chain chain, JournalRow row)
    {
        try
        {
            var fact = chain.Add(row);
            foreach (var invariant in invariants)
                Broken.AddRange(invariant.See(fact, this).Select(what => $"{invariant.GetType().Name}: {what} ({row.Entity} row {row.Sequence}, {row.Type}, by {row.Actor})"));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Broken.Add($"{row.Entity} row {row.Sequence}, {row.Type}, cannot be folded: {e}");
        }
    }
}
