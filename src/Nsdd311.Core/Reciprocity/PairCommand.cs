using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Sessions;

namespace Nsdd311.Reciprocity;

/// <summary>What may be asked of a counterpart pair. Its ledger is the only place where reciprocity is decided.</summary>
public abstract record PairCommand
{
    private PairCommand() { }

    /// <summary>A matter about to be cleared asks for its hold. It is granted, or waits in line until the ledger allows it.</summary>
    public sealed record Hold(PairId Pair, HoldRequest Request) : PairCommand;

    /// <summary>A later stage, or a change, asks for other units or days for a hold that it has; the old hold stands until the new one passes.</summary>
    public sealed record Reprice(PairId Pair, HoldRequest Request) : PairCommand;

    /// <summary>The contact will not take place: the hold, or the place in line, is given up for ever.</summary>
    public sealed record Release(EntryId Entry, string Reason) : PairCommand;

    /// <summary>The contact took place: a fact, never refused. Without a hold it is entered all the same.</summary>
    /// <param name="Pair">Whose ledger this is.</param>
    /// <param name="Request">The contact as the matter described it, for an entry that never had a hold.</param>
    /// <param name="Held">As it was.</param>
    public sealed record Commit(PairId Pair, HoldRequest Request, ContactAsHeld Held) : PairCommand;

    /// <summary>An import posts its entries for this pair; all at once.</summary>
    public sealed record PostLot(PairId Pair, ValueList<LedgerPosting> Postings) : PairCommand;

    /// <summary>The executive secretary enters a past contact by hand.</summary>
    public sealed record EnterBaseline(PairId Pair, LedgerPosting Posting) : PairCommand;

    /// <summary>The executive secretary supplies or corrects the units of an entry, with a reason.</summary>
    public sealed record Correct(EntryId Entry, Units Units, MarkedText Reason) : PairCommand;

    /// <summary>The executive secretary records a return-by date that both sides agreed to.</summary>
    public sealed record AgreeReturnDate(EntryId Entry, DateOnly ReturnBy, MarkedText Reference) : PairCommand;

    /// <summary>A member of the SIG, or its chair, moves that the SIG permit what the rules do not.</summary>
    /// <param name="Pair">Whose ledger.</param>
    /// <param name="Relief">What would be permitted.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Move(PairId Pair, Relief Relief, MarkedText Reason) : PairCommand;

    /// <summary>A member of the SIG agrees for an agency, or objects with what it objects.</summary>
    public sealed record Speak(int Motion, bool Agrees, MarkedText? Objection) : PairCommand;

    /// <summary>The SIG's chair grants what all agencies have agreed to.</summary>
    public sealed record Grant(int Motion) : PairCommand;

    /// <summary>The SIG's chair drops what will not be agreed to.</summary>
    public sealed record Drop(int Motion) : PairCommand;

    /// <summary>A session of the SIG brings what it decided of a motion.</summary>
    /// <param name="Motion">The motion's number.</param>
    /// <param name="Decision">What was decided, where and by whom.</param>
    public sealed record DecideInSession(int Motion, SessionDecision Decision) : PairCommand;

    /// <summary>The waiting matter has recorded that its hold was granted after all.</summary>
    /// <param name="ObligationId">What was owed.</param>
    /// <param name="RefusedWith">The code, if the matter would not have it any more.</param>
    public sealed record RecordTold(string ObligationId, string? RefusedWith) : PairCommand;

    /// <summary>Sent by the engine when a debt's date or the like has come. Harmless early, late or twice.</summary>
    public sealed record CheckDeadline : PairCommand;
}
