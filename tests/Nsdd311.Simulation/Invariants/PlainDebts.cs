using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairEvent;

namespace Nsdd311.Simulation.Invariants;

/// <summary>What the events of a ledger left: contacts, holds and what the SIG permitted, nothing that was computed from them.</summary>
internal sealed class Books
{
    public Dictionary<EntryId, LedgerContact> Contacts { get; } = [];

    public Dictionary<EntryId, HoldRequest> Holds { get; } = [];

    private readonly List<WaiverInForce> waivers = [];
    private readonly List<FreezeLift> lifts = [];

    public void Take(PairEvent @event)
    {
        switch (@event)
        {
            case HoldGranted e: Holds[e.Request.Entry] = e.Request; break;
            case WaitingHoldGranted e: Holds[e.Request.Entry] = e.Request; break;
            case HoldReleased e: Holds.Remove(e.Entry); break;
            case Committed e: Holds.Remove(e.Contact.Entry); Contacts.Add(e.Contact.Entry, e.Contact); break;
            case BaselineEntered e: Contacts.Add(e.Contact.Entry, e.Contact); break;
            case LotPosted e: foreach (var contact in e.Contacts) Contacts.Add(contact.Entry, contact); break;
            case Corrected e: Contacts[e.Entry] = Contacts[e.Entry] with { Units = Corrected(Contacts[e.Entry].Units, e.Units) }; break;
            case ReturnDateAgreed e: Contacts[e.Entry] = Contacts[e.Entry] with { ReturnBy = e.ReturnBy, OverdueAt = e.OverdueAt }; break;
            case DebtCarried e: Contacts[e.Entry] = Contacts[e.Entry] with { ReturnBy = e.ReturnBy, OverdueAt = e.OverdueAt }; break;
            case DebtWrittenOff e: Contacts[e.Entry] = Contacts[e.Entry] with { Counts = CountsAs.Nothing }; break;
            case Waived e: waivers.Add(e.Waiver); break;
            case FreezeLifted e: lifts.Add(e.Lift); break;
            default: break;
        }
    }

    /// <summary>What the SIG has waived and what is in force at that instant, in halves; nothing says that a waiver is over but its own last instant.</summary>
    public int Waived(CategoryCode category, Dimension dimension, DateTimeOffset at) => waivers
        .Where(waiver => waiver.Category == category && waiver.From <= at && at < waiver.Until).Sum(waiver => waiver.Amount.Halves(dimension) ?? 0);

    /// <summary>Whether the SIG has lifted the freeze of the account at that instant.</summary>
    public bool IsLifted(CategoryCode category, DateTimeOffset at) => lifts.Any(lift => lift.Category == category && lift.From <= at && at < lift.Until);

    private static Units Corrected(Units units, Units by) =>
        new([.. units.Measures.Where(measure => by.Measures.All(other => other.Dimension != measure.Dimension)), .. by.Measures]);
}

/// <summary>Who owes for what in one account: each contact, by its last day, returns the one it names, else the oldest of the other side, else it is owed for.</summary>
internal sealed class PlainDebts
{
    private readonly List<LedgerContact> contacts;
    private readonly List<(LedgerContact Owed, LedgerContact By)> couples = [];

    public PlainDebts(IEnumerable<LedgerContact> ofAccount)
    {
        contacts = [.. ofAccount.OrderBy(c => c.Held.LastDay).ThenBy(c => c.Held.FirstDay).ThenBy(c => c.Entry.Value, StringComparer.Ordinal)];
        foreach (var contact in contacts.Where(contact => contact.Counts is CountsAs.Given or CountsAs.Received))
        {
            var owed = Open.Find(debt => debt.Entry == contact.Answers && debt.Counts != contact.Counts) ?? Open.Find(debt => debt.Counts != contact.Counts);
            if (owed is null) Open.Add(contact);
            else
            {
                Open.Remove(owed);
                couples.Add((owed, contact));
            }
        }
    }

    /// <summary>Contacts that nobody has returned, oldest first.</summary>
    public List<LedgerContact> Open { get; } = [];

    /// <summary>Events given less events received.</summary>
    public int Balance => contacts.Count(contact => contact.Counts is CountsAs.Given) - contacts.Count(contact => contact.Counts is CountsAs.Received);

    /// <summary>Halves given less halves received; a couple of which one side is unknown stays out.</summary>
    public int InHalves(Dimension dimension)
    {
        var outside = couples.Where(couple => couple.Owed.Units.Halves(dimension) is null || couple.By.Units.Halves(dimension) is null)
            .SelectMany(couple => new[] { couple.Owed.Entry, couple.By.Entry }).ToHashSet();
        return contacts.Where(contact => !outside.Contains(contact.Entry)).Sum(contact => contact.Counts switch
        {
            CountsAs.Given => contact.Units.Halves(dimension) ?? 0,
            CountsAs.Received => -(contact.Units.Halves(dimension) ?? 0),
            _ => 0,
        });
    }
}
