using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Sessions;

namespace Nsdd311.Reciprocity;

/// <summary>What may happen to a counterpart pair's ledger. These names are stored; see docs/EVENTS.md before touching one.</summary>
public abstract record PairEvent
{
    private PairEvent() { }

    /// <summary>The ledger received its first hold or entry. Follows that event, which answers whoever asked.</summary>
    /// <param name="Pair">Whose ledger it is.</param>
    public sealed record LedgerOpened(PairId Pair) : PairEvent;

    /// <summary>The hold passed in every dimension; the sum is kept with it.</summary>
    public sealed record HoldGranted(HoldRequest Request, ValueList<BoundLine> Sum) : PairEvent;

    /// <summary>The hold did not pass; the matter waits in line, oldest first. A hold that it already had stands.</summary>
    public sealed record HoldBlocked(HoldRequest Request, Impediment Impediment) : PairEvent;

    /// <summary>A waiting hold passed after something else had moved; its matter is owed the news.</summary>
    /// <param name="Request">What was asked.</param>
    /// <param name="Sum">The sum that let it pass.</param>
    /// <param name="ObligationId">Names what is owed.</param>
    public sealed record WaitingHoldGranted(HoldRequest Request, ValueList<BoundLine> Sum, string ObligationId) : PairEvent;

    /// <summary>The matter has its news, or would not have it any more.</summary>
    /// <param name="ObligationId">What was owed.</param>
    /// <param name="RefusedWith">The code, if the matter would not have it.</param>
    public sealed record MatterTold(string ObligationId, string? RefusedWith) : PairEvent;

    /// <summary>A hold, or a place in line, was given up for ever.</summary>
    public sealed record HoldReleased(EntryId Entry, string Reason) : PairEvent;

    /// <summary>A matter's contact took place.</summary>
    /// <param name="Contact">The entry.</param>
    /// <param name="AboveHold">Where more took place than was held, in halves; empty without a hold.</param>
    /// <param name="At">When it was recorded.</param>
    public sealed record Committed(LedgerContact Contact, ValueList<Measure> AboveHold, DateTimeOffset At) : PairEvent;

    /// <summary>An import posted these entries; those that were posted before are left out.</summary>
    public sealed record LotPosted(ValueList<LedgerContact> Contacts, DateTimeOffset At) : PairEvent;

    /// <summary>The executive secretary entered a past contact.</summary>
    public sealed record BaselineEntered(LedgerContact Contact, DateTimeOffset At) : PairEvent;

    /// <summary>The executive secretary supplied or corrected figures of an entry.</summary>
    /// <param name="Entry">Which.</param>
    /// <param name="Units">The figures that change; the others stand.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">When.</param>
    public sealed record Corrected(EntryId Entry, Units Units, MarkedText Reason, DateTimeOffset At) : PairEvent;

    /// <summary>Both sides agreed to another return-by date.</summary>
    /// <param name="Entry">Whose debt.</param>
    /// <param name="ReturnBy">The agreed day.</param>
    /// <param name="OverdueAt">Midnight after it in the charter's place.</param>
    /// <param name="Reference">Where it was agreed.</param>
    /// <param name="At">When it was recorded.</param>
    public sealed record ReturnDateAgreed(EntryId Entry, DateOnly ReturnBy, DateTimeOffset OverdueAt, MarkedText Reference, DateTimeOffset At) : PairEvent;

    /// <summary>A debt was not returned in time. Until it is, holds that would widen it are frozen.</summary>
    /// <param name="Entry">The entry that opened it.</param>
    /// <param name="Category">Its category.</param>
    /// <param name="Due">Midnight after the return-by day.</param>
    /// <param name="Noticed">When the engine came to it; later than due if every node was down.</param>
    /// <param name="Notify">Whom it is for.</param>
    public sealed record DebtOverdue(EntryId Entry, CategoryCode Category, DateTimeOffset Due, DateTimeOffset Noticed, ValueList<Seat> Notify) : PairEvent;

    /// <summary>From these instants on somebody is warned that a debt's day approaches.</summary>
    public sealed record DebtsWatched(ValueList<WatchedAccount> Accounts) : PairEvent;

    /// <summary>The day by which a contact is to be returned approaches.</summary>
    /// <param name="Entry">The entry that opened the debt.</param>
    /// <param name="Category">Its category.</param>
    /// <param name="OverdueAt">When it will be overdue.</param>
    /// <param name="Due">When the warning was due.</param>
    /// <param name="Noticed">When the engine came to it.</param>
    /// <param name="Notify">Whom it is for.</param>
    public sealed record DebtApproaching(
        EntryId Entry, CategoryCode Category, DateTimeOffset OverdueAt, DateTimeOffset Due, DateTimeOffset Noticed, ValueList<Seat> Notify) : PairEvent;

    /// <summary>A member of the SIG, or its chair, moved that the SIG permit what the rules do not.</summary>
    /// <param name="Motion">What was moved.</param>
    /// <param name="Notify">Whose word is awaited.</param>
    public sealed record Moved(Motion Motion, ValueList<Seat> Notify) : PairEvent;

    /// <summary>An agency's word on a motion; it takes the place of an earlier one.</summary>
    public sealed record Spoken(int Motion, Voice Voice) : PairEvent;

    /// <summary>A session of the SIG decided a motion, with every agency's word; what it decided follows.</summary>
    /// <param name="Motion">Its number.</param>
    /// <param name="Session">In which session.</param>
    /// <param name="Item">Which item of its agenda.</param>
    /// <param name="Positions">Where each agency stood; an objection is a dissent.</param>
    /// <param name="By">Who decided, in which seat, and who was there.</param>
    /// <param name="At">When it was recorded.</param>
    public sealed record DecidedInSession(int Motion, SessionId Session, int Item, ValueList<VoicedPosition> Positions, DecidedBy By, DateTimeOffset At) : PairEvent;

    /// <summary>The SIG's chair dropped a motion.</summary>
    public sealed record Dropped(int Motion, DateTimeOffset At) : PairEvent;

    /// <summary>The SIG waived a limit. What waits in line and passes now gets its hold in the same append.</summary>
    public sealed record Waived(WaiverInForce Waiver) : PairEvent;

    /// <summary>A waiver's time is over. What it had carried stays; the balance may be beyond its tolerance from here on.</summary>
    /// <param name="Number">Of its motion.</param>
    /// <param name="Category">Which account.</param>
    /// <param name="Due">When it ended.</param>
    /// <param name="Noticed">When the engine came to it.</param>
    public sealed record WaiverOver(int Number, CategoryCode Category, DateTimeOffset Due, DateTimeOffset Noticed) : PairEvent;

    /// <summary>The SIG lifted the freeze of an account until an instant.</summary>
    public sealed record FreezeLifted(FreezeLift Lift) : PairEvent;

    /// <summary>The lift is over: an overdue debt freezes again.</summary>
    /// <param name="Number">Of its motion.</param>
    /// <param name="Category">Which account.</param>
    /// <param name="Due">When the lift ended.</param>
    /// <param name="Noticed">When the engine came to it.</param>
    /// <param name="Notify">Whom it is for.</param>
    public sealed record FreezeBack(int Number, CategoryCode Category, DateTimeOffset Due, DateTimeOffset Noticed, ValueList<Seat> Notify) : PairEvent;

    /// <summary>The SIG wrote a debt off: the contact that opened it counts for nothing.</summary>
    /// <param name="Number">Of the motion.</param>
    /// <param name="Entry">The contact.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">When.</param>
    public sealed record DebtWrittenOff(int Number, EntryId Entry, MarkedText Reason, DateTimeOffset At) : PairEvent;

    /// <summary>The SIG carried a debt to a later day.</summary>
    /// <param name="Number">Of the motion.</param>
    /// <param name="Entry">The contact that opened it.</param>
    /// <param name="ReturnBy">The new last day in time.</param>
    /// <param name="OverdueAt">Midnight after it in the charter's place.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">When.</param>
    public sealed record DebtCarried(int Number, EntryId Entry, DateOnly ReturnBy, DateTimeOffset OverdueAt, MarkedText Reason, DateTimeOffset At) : PairEvent;

    /// <summary>Facts have carried a balance beyond its tolerance. Only what narrows passes.</summary>
    /// <param name="Category">Which account.</param>
    /// <param name="Beyond">The dimensions that are beyond, in halves.</param>
    /// <param name="At">When.</param>
    /// <param name="Notify">Whom it is for.</param>
    public sealed record OutOfBalance(CategoryCode Category, ValueList<BalanceBeyond> Beyond, DateTimeOffset At, ValueList<Seat> Notify) : PairEvent;

    /// <summary>The balance is within its tolerance again.</summary>
    public sealed record BackInBalance(CategoryCode Category, DateTimeOffset At) : PairEvent;
}

/// <summary>A balance beyond its tolerance, in halves: given less received.</summary>
public sealed record BalanceBeyond(Dimension Dimension, int Balance, int Tolerance);
