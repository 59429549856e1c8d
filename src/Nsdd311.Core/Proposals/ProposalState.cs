using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Proposals;

/// <summary>Where a matter stands (8-charter, annex A). Each case holds only what that stage of its life knows.</summary>
public abstract record ProposalState
{
    private ProposalState() { }

    /// <summary>There is no such matter.</summary>
    public sealed record Absent : ProposalState;

    /// <summary>Seen by its own agency, and by the chair once leave is asked.</summary>
    /// <param name="Dossier">Text and proponent.</param>
    /// <param name="Asked">Leaves that the proponent has asked for.</param>
    public sealed record Draft(Dossier Dossier, ValueList<LeaveKind> Asked) : ProposalState;

    /// <summary>The draft was thrown away.</summary>
    public sealed record Discarded(Dossier Dossier) : ProposalState;

    /// <summary>The window of a draft closed before it was submitted.</summary>
    public sealed record LapsedDraft(Dossier Dossier) : ProposalState;

    /// <summary>All that was ever submitted.</summary>
    /// <param name="Matter">What it is.</param>
    public abstract record Lodged(Matter Matter) : ProposalState;

    /// <summary>The clock runs at the IG.</summary>
    public sealed record InVetting(Matter Matter, Round Round) : Lodged(Matter);

    /// <summary>Cleared or disapproved; not final, because its reclama time runs or an answer of the ledger is awaited.</summary>
    public sealed record Decided(Matter Matter, Ruling Ruling) : Lodged(Matter);

    /// <summary>Decided to clear, but the hold was refused.</summary>
    public sealed record Blocked(Matter Matter, Ruling Ruling, Impediment Impediment) : Lodged(Matter);

    /// <summary>Before the SIG. A decision of the IG that is questioned waits.</summary>
    public sealed record AtSig(Matter Matter, SigRound Round) : Lodged(Matter);

    /// <summary>With the President.</summary>
    /// <param name="Matter">What it is.</param>
    /// <param name="Ruling">The SIG's referral.</param>
    /// <param name="RemindAt">When the SIG's chair is reminded next.</param>
    public sealed record Referred(Matter Matter, Ruling Ruling, DateTimeOffset RemindAt) : Lodged(Matter);

    /// <summary>Back with the proponent.</summary>
    /// <param name="Matter">What it is.</param>
    /// <param name="Stage">The stage that it stands in.</param>
    /// <param name="ReclamaUntil">Until when the return itself may be questioned; null once that is over.</param>
    public sealed record Returned(Matter Matter, Stage Stage, DateTimeOffset? ReclamaUntil) : Lodged(Matter);

    /// <summary>Final for this stage; the next stage's paper is awaited.</summary>
    public sealed record ClearedForStage(Matter Matter, Stage Stage) : Lodged(Matter);

    /// <summary>All stages final.</summary>
    /// <param name="Matter">What it is.</param>
    /// <param name="FirstDayAt">Midnight before the first day; null once it came, or without a window.</param>
    /// <param name="OutcomeDue">When the outcome is due; null once that has passed, or without a window.</param>
    public sealed record Cleared(Matter Matter, DateTimeOffset? FirstDayAt, DateTimeOffset? OutcomeDue) : Lodged(Matter);

    /// <summary>The contact took place, the statement was made, the agreement signed.</summary>
    /// <param name="Matter">What it is.</param>
    /// <param name="Outcome">What took place.</param>
    /// <param name="Breaches">Conditions that were open.</param>
    /// <param name="ReportDue">When the report is due.</param>
    /// <param name="IsOverdue">Whether that has passed and was noticed.</param>
    public sealed record Executed(Matter Matter, Outcome Outcome, ValueList<int> Breaches, DateTimeOffset ReportDue, bool IsOverdue) : Lodged(Matter);

    /// <summary>Reported, or closed without a contact.</summary>
    public sealed record Closed(Matter Matter, Outcome Outcome, ValueList<int> Breaches, ValueList<MarkedText> Report) : Lodged(Matter);

    /// <summary>It shall not be.</summary>
    public sealed record Disapproved(Matter Matter) : Lodged(Matter);

    /// <summary>The proponent gave it up.</summary>
    public sealed record Withdrawn(Matter Matter, MarkedText Reason) : Lodged(Matter);

    /// <summary>The window closed before it was cleared.</summary>
    public sealed record Lapsed(Matter Matter) : Lodged(Matter);
}

/// <summary>How a matter came to the SIG.</summary>
public enum SigReason
{
    /// <summary>The IG's chair sent it.</summary>
    Forward,

    /// <summary>A mandatory agency stayed silent.</summary>
    Silence,

    /// <summary>An agency demanded it.</summary>
    Reclama,

    /// <summary>Its category always goes there.</summary>
    Category,
}
