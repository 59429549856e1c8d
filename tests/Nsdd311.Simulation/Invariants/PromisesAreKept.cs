using Nsdd311.Runtime.Journal;

namespace Nsdd311.Simulation.Invariants;

/// <summary>No deadline has passed unnoticed; what is promised stands in the journal, in time, and so does who owes.</summary>
internal sealed class PromisesAreKept(IJournal store) : Invariant
{
    public override IEnumerable<string> See(Fact fact, Witness witness) => [];

    public override IEnumerable<string> AtRest(Witness witness, DateTimeOffset now)
    {
        var due = store.Due(DateTimeOffset.MaxValue, null, int.MaxValue, default).Result.ToDictionary(one => one.Entity, one => one.At);
        var owing = store.Owing(null, int.MaxValue, default).Result.ToHashSet();
        foreach (var chain in witness.Chains)
        {
            if (chain.Kind.NextWake(chain.State) is { } wake)
            {
                if (wake <= now) yield return $"{chain.Entity} was due at {wake:O} and it is {now:O}";
                if (!due.TryGetValue(chain.Entity, out var promised) || promised > wake.AddTicks(10)) yield return $"{chain.Entity} must wake at {wake:O} and nobody promises it";
            }

            if (owing.Contains(chain.Entity) != chain.Kind.Owed(chain.State).Count > 0) yield return $"{chain.Entity} owes {chain.Kind.Owed(chain.State).Count} and the index says otherwise";
        }
    }
}
