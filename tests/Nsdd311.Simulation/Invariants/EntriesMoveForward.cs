using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairEvent;

namespace Nsdd311.Simulation.Invariants;

/// <summary>An entry stands in one ledger, and only moves forward: waiting, held, then committed or released for ever, unless it took place all the same.</summary>
internal sealed class EntriesMoveForward : Invariant
{
    private readonly Dictionary<EntryId, (EntityId Ledger, Place Place)> entries = [];

    private enum Place
    {
        Waiting,
        Held,
        Committed,
        Released,
    }

    public override IEnumerable<string> See(Fact fact, Witness witness)
    {
        foreach (var (entry, place) in Moves(fact.Event))
        {
            if (entries.TryGetValue(entry, out var before))
            {
                if (before.Ledger != fact.Entity) yield return $"{entry} stands in {before.Ledger} too";
                // What was given up and took place all the same is entered: facts are never refused.
                if (before.Place is Place.Committed || (before.Place is Place.Released && place is not Place.Committed)) yield return $"{entry} was {before.Place} and became {place}";
                // A hold that asks for another price waits, and stands meanwhile.
                if (before.Place is Place.Held && place is Place.Waiting) continue;
            }

            entries[entry] = (fact.Entity, place);
        }
    }

    private static IEnumerable<(EntryId Entry, Place Place)> Moves(object @event) => @event switch
    {
        HoldGranted e => [(e.Request.Entry, Place.Held)],
        WaitingHoldGranted e => [(e.Request.Entry, Place.Held)],
        HoldBlocked e => [(e.Request.Entry, Place.Waiting)],
        HoldReleased e => [(e.Entry, Place.Released)],
        Committed e => [(e.Contact.Entry, Place.Committed)],
        BaselineEntered e => [(e.Contact.Entry, Place.Committed)],
        LotPosted e => e.Contacts.Select(contact => (contact.Entry, Place.Committed)),
        _ => [],
    };
}
