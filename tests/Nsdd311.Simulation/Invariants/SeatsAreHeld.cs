using Nsdd311.Roster;

namespace Nsdd311.Simulation.Invariants;

/// <summary>Whoever acted held the seat by the version of the roster that the row names.</summary>
internal sealed class SeatsAreHeld : Invariant
{
    public override IEnumerable<string> See(Fact fact, Witness witness)
    {
        var roster = witness.Chain(EntityId.Roster);
        if (fact.Row.RosterSequence > roster.Version) yield return $"it relies on roster {fact.Row.RosterSequence}, which is not written";
        else if (fact.Row.Actor.Split(" as ") is [var person, var seatText] && Seat.TryParse(seatText, out var seat)
            && !((RosterState)roster.StateAt(fact.Row.RosterSequence)).Holds(new(person), seat))
            yield return $"{person} did not hold {seat}";
    }
}
