using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Sessions;

/// <summary>What an item of an agenda is about: a matter, or a motion in the SIG.</summary>
public abstract record AgendaSubject
{
    private protected AgendaSubject() { }

    /// <summary>Whether both are the same; what is said of them may have changed meanwhile.</summary>
    public abstract bool IsSameAs(AgendaSubject other);
}

/// <summary>What the SIG is to permit about a pair's ledger; its reason and the words on it stay with the ledger.</summary>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Number">The motion's, in that ledger.</param>
public sealed record AgendaMotion(PairId Pair, int Number) : AgendaSubject
{
    /// <inheritdoc />
    public override bool IsSameAs(AgendaSubject other) => other == this;

    /// <summary>As people call it.</summary>
    public override string ToString() => $"motion {Number} on {Pair}";
}

/// <summary>What an agenda says of a matter; unclassified throughout.</summary>
/// <param name="Id">The matter.</param>
/// <param name="Number">Its log number; null while the log book has not answered.</param>
/// <param name="ShortTitle">Its unclassified short title; null if it has none.</param>
public sealed record AgendaMatter(ProposalId Id, LogNumber? Number, string? ShortTitle) : AgendaSubject
{
    /// <inheritdoc />
    public override bool IsSameAs(AgendaSubject other) => other is AgendaMatter matter && matter.Id == Id;

    /// <summary>As people call it: its number, and its short title if it has one.</summary>
    public override string ToString() => $"{Number?.ToString() ?? "number pending"}{(ShortTitle is null ? "" : $", {ShortTitle}")}";
}

/// <summary>A point of the agenda: one matter, or one motion (1-domain, section 4).</summary>
/// <param name="Number">In the session, from 1.</param>
/// <param name="Subject">What is taken up.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Notice">Telling the matter that it stands here, so that it says so if it ends.</param>
/// <param name="Return">Giving it back to the queue of its body (1-domain, section 4: "items not reached return to their queue").</param>
public sealed record AgendaItem(int Number, AgendaSubject Subject, ItemStatus Status, Errand Notice, Errand Return)
{
    /// <summary>An item as it comes on the agenda. A motion is told nothing: its ledger answers when it is asked to decide.</summary>
    public static AgendaItem New(int number, AgendaSubject subject) =>
        new(number, subject, new ItemStatus.Open(null), subject is AgendaMatter ? Errand.Owed : Errand.None, Errand.None);

    /// <summary>The matter; null if it is a motion.</summary>
    public AgendaMatter? Matter => Subject as AgendaMatter;

    /// <summary>Whether there is still something to decide: it was not reached or put off, and its matter has not said that it is elsewhere.</summary>
    public bool IsLeft => Status is ItemStatus.Deferred or ItemStatus.Open { Refused: null or { IsElsewhere: false } };
}

/// <summary>How far an item of the agenda has come.</summary>
public abstract record ItemStatus
{
    private ItemStatus() { }

    /// <summary>Not yet reached, or put to its matter and refused there, so that the chair may decide it otherwise.</summary>
    /// <param name="Refused">What the matter said to the last decision; null if there was none.</param>
    public sealed record Open(MatterRefusal? Refused) : ItemStatus;

    /// <summary>The chair has decided; the matter has yet to answer. The session owes it the decision until then.</summary>
    /// <param name="Decision">The decision's number in the session, from 1.</param>
    /// <param name="Ruling">Which way.</param>
    /// <param name="By">Who decided, in which seat, and who was there.</param>
    public sealed record Asked(int Decision, BodyRuling Ruling, DecidedBy By) : ItemStatus;

    /// <summary>Decided, and recorded in the matter.</summary>
    /// <param name="Ruling">Which way.</param>
    /// <param name="By">Who decided, in which seat, and who was there.</param>
    /// <param name="Positions">Where each agency stood, with its dissent.</param>
    public sealed record Decided(BodyRuling Ruling, DecidedBy By, ValueList<VoicedPosition> Positions) : ItemStatus;

    /// <summary>Put off by the chair; it returns to its queue.</summary>
    public sealed record Deferred(MarkedText Reason) : ItemStatus;

    /// <summary>Taken off the agenda; it does not return by itself.</summary>
    public sealed record Withdrawn(MarkedText Reason) : ItemStatus;
}

/// <summary>Why a matter, or the ledger of a motion, did not take a decision.</summary>
/// <param name="Decision">The decision's number in the session.</param>
/// <param name="Code">The refusal's code.</param>
/// <param name="Because">Its sentence.</param>
public sealed record MatterRefusal(int Decision, string Code, string Because)
{
    /// <summary>Whether the matter has ended or is with somebody else, or the motion is decided: then there is nothing left that this body could take up.</summary>
    public bool IsElsewhere => Code is "proposal.ended" or "proposal.absent" or "proposal.not-submitted" or "decision.not-before-body" or "motion.ended" or "motion.unknown";
}

/// <summary>Something that a session does for an item elsewhere, whatever becomes of the item meanwhile.</summary>
public enum Errand
{
    /// <summary>There is nothing to do.</summary>
    None,

    /// <summary>The session owes it.</summary>
    Owed,

    /// <summary>It was done, and answered.</summary>
    Done,
}
