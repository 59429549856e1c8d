using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;

namespace Nsdd311.Proposals;

/// <summary>What may happen to a matter. These names are stored; see docs/EVENTS.md before touching one.</summary>
/// <remarks>
/// <c>At</c> is when it was decided. A deadline carries <c>Due</c>, the instant promised, and <c>Noticed</c>, the instant it was acted upon; they
/// differ when every node was down.
/// </remarks>
public abstract record ProposalEvent
{
    private ProposalEvent() { }

    /// <summary>A draft was opened for the agency.</summary>
    public sealed record Drafted(ProposalId Id, AgencyId Agency, Paper Paper, DateTimeOffset? LapseAt, PersonId By, DateTimeOffset At) : ProposalEvent;

    /// <summary>A new text version while a draft or returned.</summary>
    public sealed record Revised(Paper Paper, int TextVersion, DateTimeOffset? LapseAt, DateTimeOffset At) : ProposalEvent;

    /// <summary>The draft was thrown away.</summary>
    public sealed record Discarded(DateTimeOffset At) : ProposalEvent;

    /// <summary>The sites and items of a visit were listed: a new text version with these, each shown or withheld.</summary>
    public sealed record DisclosureListed(ValueList<DisclosureItem> Items, int TextVersion, DateTimeOffset At) : ProposalEvent;

    /// <summary>An agency concurred in an item, or did not.</summary>
    public sealed record DisclosureAnswered(DisclosureAnswer Answer) : ProposalEvent;

    /// <summary>The proponent asked for leave.</summary>
    public sealed record LeaveAsked(LeaveKind Of, MarkedText Reason, DateTimeOffset At) : ProposalEvent;

    /// <summary>The chair gave leave.</summary>
    public sealed record LeaveGiven(Leave Leave, DateTimeOffset At) : ProposalEvent;

    /// <summary>It was submitted for the first time; a log number of the year is owed.</summary>
    public sealed record Submitted(int Year, RoundOpening Round, DateTimeOffset At) : ProposalEvent;

    /// <summary>The log book gave it its number.</summary>
    public sealed record Numbered(string ObligationId, LogNumber Number) : ProposalEvent;

    /// <summary>An agency took a position, with its comments.</summary>
    public sealed record PositionTaken(Position Position, ValueList<Comment> Comments) : ProposalEvent;

    /// <summary>An agency confirmed its position on the amended text.</summary>
    public sealed record PositionConfirmed(AgencyId Agency, int TextVersion, PersonId By, DateTimeOffset At) : ProposalEvent;

    /// <summary>The proponent said what becomes of a comment.</summary>
    public sealed record DispositionProposed(int Comment, MarkedText Text, DateTimeOffset At) : ProposalEvent;

    /// <summary>The author accepted the disposition, or kept the comment up.</summary>
    public sealed record DispositionAnswered(int Comment, bool Accepted, DateTimeOffset At) : ProposalEvent;

    /// <summary>An agency met the suspense with an interim reply.</summary>
    public sealed record RepliedInterim(InterimReply Reply, DateTimeOffset At) : ProposalEvent;

    /// <summary>An agency objected that this is a negotiation.</summary>
    public sealed record NegotiationObjected(NegotiationObjection Objection) : ProposalEvent;

    /// <summary>The objection was lifted.</summary>
    public sealed record NegotiationLifted(MarkedText Reason, DateTimeOffset At) : ProposalEvent;

    /// <summary>The text was amended inside the round; the positions of the others are to be confirmed.</summary>
    public sealed record Amended(Paper Paper, int TextVersion, DateTimeOffset? LapseAt, Schedule Schedule, DateTimeOffset At) : ProposalEvent;

    /// <summary>The chair moved the suspense.</summary>
    public sealed record Extended(int WorkingDays, MarkedText Reason, Schedule Schedule, DateTimeOffset At) : ProposalEvent;

    /// <summary>The chair stopped the clock.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="ResumeBy">When it starts again by itself.</param>
    /// <param name="AllowanceLeft">Working days that it may stand still in this round, from now.</param>
    /// <param name="At">When.</param>
    public sealed record ClockStopped(MarkedText Reason, DateTimeOffset ResumeBy, int AllowanceLeft, DateTimeOffset At) : ProposalEvent;

    /// <summary>The clock runs again; the schedule moved by the working days for which it stood still.</summary>
    /// <param name="Reason">The chair's; null if the allowance ran out.</param>
    /// <param name="StoodFor">Working days.</param>
    /// <param name="Schedule">As moved.</param>
    /// <param name="AllowanceLeft">Working days left in this round.</param>
    /// <param name="At">When.</param>
    public sealed record ClockStarted(MarkedText? Reason, int StoodFor, Schedule Schedule, int AllowanceLeft, DateTimeOffset At) : ProposalEvent;

    /// <summary>The silent were warned.</summary>
    public sealed record Warned(DateTimeOffset Due, DateTimeOffset Noticed, ValueList<AgencyId> Silent) : ProposalEvent;

    /// <summary>The suspense passed; who was silent is named.</summary>
    public sealed record SuspensePassed(DateTimeOffset Due, DateTimeOffset Noticed, ValueList<AgencyId> Silent, DateTimeOffset? RemindAt) : ProposalEvent;

    /// <summary>Silent mandatory agencies were reminded, with a copy to their SIG members.</summary>
    public sealed record Reminded(DateTimeOffset Due, DateTimeOffset Noticed, ValueList<AgencyId> Silent, DateTimeOffset? RemindAt) : ProposalEvent;

    /// <summary>An objection broke the silence procedure; an ordinary round of the same length began.</summary>
    public sealed record SilenceBroken(AgencyId By, Schedule Schedule, DateTimeOffset At) : ProposalEvent;

    /// <summary>The silence procedure expired; the silent have consented by silence and are recorded as silent.</summary>
    public sealed record SilenceExpired(DateTimeOffset Due, DateTimeOffset Noticed, ValueList<AgencyId> Silent) : ProposalEvent;

    /// <summary>The round went to the SIG by itself.</summary>
    public sealed record Escalated(DateTimeOffset Due, DateTimeOffset Noticed, ValueList<AgencyId> Silent, SigSuspense Sig) : ProposalEvent;

    /// <summary>The chair sent it to the SIG.</summary>
    public sealed record Forwarded(MarkedText Remarks, SigSuspense Sig, DateTimeOffset At) : ProposalEvent;

    /// <summary>The SIG was warned of its suspense.</summary>
    public sealed record SigWarned(DateTimeOffset Due, DateTimeOffset Noticed) : ProposalEvent;

    /// <summary>The SIG's suspense passed.</summary>
    public sealed record SigSuspensePassed(DateTimeOffset Due, DateTimeOffset Noticed) : ProposalEvent;

    /// <summary>The chair decided. A clearance may ask the pair for its hold.</summary>
    /// <param name="Ruling">The decision.</param>
    /// <param name="Conditions">New conditions.</param>
    /// <param name="Ask">What is asked of the ledger; null if nothing is.</param>
    public sealed record Ruled(Ruling Ruling, ValueList<Condition> Conditions, HoldRequest? Ask) : ProposalEvent;

    /// <summary>An agency demanded that the SIG look at the decision, which waits.</summary>
    public sealed record ReclamaDemanded(Reclama Reclama, SigSuspense Sig) : ProposalEvent;

    /// <summary>A session decided it, with every agency's position and dissent; what it decided follows.</summary>
    public sealed record DecidedInSession(SessionId Session, int Item, ValueList<VoicedPosition> Positions, DecidedBy By, DateTimeOffset At) : ProposalEvent;

    /// <summary>The SIG cleared, returned or disapproved; that is final at once. A clearance may ask the pair for its hold.</summary>
    /// <param name="Ruling">The decision.</param>
    /// <param name="Conditions">New conditions.</param>
    /// <param name="Ask">What is asked of the ledger; null if nothing is.</param>
    public sealed record SigRuled(Ruling Ruling, ValueList<Condition> Conditions, HoldRequest? Ask) : ProposalEvent;

    /// <summary>The SIG referred it to the President; dissents and footnotes go with it.</summary>
    public sealed record Referred(Ruling Ruling, DateTimeOffset RemindAt) : ProposalEvent;

    /// <summary>The SIG's chair was reminded that the President's decision is awaited.</summary>
    public sealed record ReferralReminded(DateTimeOffset Due, DateTimeOffset Noticed, DateTimeOffset RemindAt) : ProposalEvent;

    /// <summary>The President decided; that is final at once. An approval may ask the pair for its hold.</summary>
    /// <param name="Decision">What he decided, by which paper of which day.</param>
    /// <param name="Ruling">The ruling that it becomes.</param>
    /// <param name="Conditions">New conditions.</param>
    /// <param name="Ask">What is asked of the ledger; null if nothing is.</param>
    public sealed record PresidentDecided(PresidentialDecision Decision, Ruling Ruling, ValueList<Condition> Conditions, HoldRequest? Ask) : ProposalEvent;

    /// <summary>The decision became final: its reclama time was over, or all had concurred.</summary>
    /// <param name="Due">When it became final by the rule.</param>
    /// <param name="Noticed">When it was recorded.</param>
    /// <param name="NextStage">The stage whose paper is awaited; null after the last, and where nothing was cleared.</param>
    /// <param name="FirstDayAt">Where all stages are cleared: midnight before the first day; null otherwise.</param>
    /// <param name="OutcomeDue">Where all stages are cleared: when the outcome is due; null otherwise or without a contact.</param>
    public sealed record BecameFinal(
        DateTimeOffset Due, DateTimeOffset Noticed, Stage? NextStage, DateTimeOffset? FirstDayAt, DateTimeOffset? OutcomeDue) : ProposalEvent;

    /// <summary>The ledger granted the hold.</summary>
    /// <param name="ObligationId">What was asked; null if granted later, from the line.</param>
    /// <param name="Sum">The arithmetic.</param>
    /// <param name="At">When it was recorded here.</param>
    public sealed record HoldGranted(string? ObligationId, ValueList<BoundLine> Sum, DateTimeOffset At) : ProposalEvent;

    /// <summary>The ledger did not grant the hold; the matter is blocked on reciprocity.</summary>
    public sealed record HoldBlocked(string ObligationId, Impediment Impediment, DateTimeOffset At) : ProposalEvent;

    /// <summary>New text after a return.</summary>
    public sealed record Resubmitted(Paper Paper, int TextVersion, DateTimeOffset? LapseAt, RoundOpening Round, DateTimeOffset At) : ProposalEvent;

    /// <summary>The paper of the next stage was handed in.</summary>
    public sealed record StageHandedIn(Paper Paper, int TextVersion, DateTimeOffset? LapseAt, RoundOpening Round, DateTimeOffset At) : ProposalEvent;

    /// <summary>A file was enclosed with a text version; its bytes lie under their hash.</summary>
    public sealed record Attached(Attachment Attachment, DateTimeOffset At) : ProposalEvent;

    /// <summary>An attachment was taken out; from this text version on it goes with none.</summary>
    public sealed record AttachmentRemoved(int Number, int FromVersion, DateTimeOffset At) : ProposalEvent;

    /// <summary>The proponent gave the matter up.</summary>
    public sealed record Withdrawn(MarkedText Reason, DateTimeOffset At) : ProposalEvent;

    /// <summary>The window closed before it was cleared.</summary>
    public sealed record Lapsed(DateTimeOffset Due, DateTimeOffset Noticed) : ProposalEvent;

    /// <summary>The first day came while conditions were open.</summary>
    public sealed record FirstDayCame(DateTimeOffset Due, DateTimeOffset Noticed, ValueList<int> OpenConditions) : ProposalEvent;

    /// <summary>A condition was confirmed as met.</summary>
    public sealed record ConditionMet(int Condition, MarkedText Evidence, DateTimeOffset At) : ProposalEvent;

    /// <summary>Nobody said what became of the contact in time.</summary>
    public sealed record OutcomeOverdue(DateTimeOffset Due, DateTimeOffset Noticed) : ProposalEvent;

    /// <summary>What took place was recorded; conditions open at that moment are breaches.</summary>
    /// <param name="Outcome">What took place.</param>
    /// <param name="Contact">For the ledger; null if nothing is posted.</param>
    /// <param name="Breaches">Open conditions over which it was executed.</param>
    /// <param name="ReportDue">When the report is due; null if there was no contact.</param>
    /// <param name="At">When it was recorded.</param>
    public sealed record OutcomeRecorded(Outcome Outcome, ContactAsHeld? Contact, ValueList<int> Breaches, DateTimeOffset? ReportDue, DateTimeOffset At) : ProposalEvent;

    /// <summary>A cleared matter is to be otherwise: its final stage is open again.</summary>
    public sealed record Changed(Paper Paper, int TextVersion, DateTimeOffset? LapseAt, MarkedText Reason, RoundOpening Round, DateTimeOffset At) : ProposalEvent;

    /// <summary>The text as delivered was entered and held against the cleared one.</summary>
    /// <param name="Delivery">What was said, and how it differs.</param>
    /// <param name="Told">The agencies that are told if it does.</param>
    /// <param name="At">When it was entered.</param>
    public sealed record TextDelivered(Delivery Delivery, ValueList<AgencyId> Told, DateTimeOffset At) : ProposalEvent;

    /// <summary>A statement was made before its embargo.</summary>
    /// <param name="Breach">When it was made, and when it was to be.</param>
    /// <param name="Told">The agencies that are told.</param>
    /// <param name="At">When it was recorded.</param>
    public sealed record EmbargoBroken(EmbargoBreach Breach, ValueList<AgencyId> Told, DateTimeOffset At) : ProposalEvent;

    /// <summary>It took place while a change of what had been cleared was not cleared itself, or after the matter had ended: recorded as a breach, and what was still vetted is over.</summary>
    /// <param name="Breach">What was cleared, what was not.</param>
    /// <param name="At">When it was recorded.</param>
    public sealed record ChangeOverrun(ChangeBreach Breach, DateTimeOffset At) : ProposalEvent;

    /// <summary>Nobody reported in time.</summary>
    public sealed record ReportOverdue(DateTimeOffset Due, DateTimeOffset Noticed) : ProposalEvent;

    /// <summary>The proponent reported; the matter is closed.</summary>
    public sealed record Reported(ValueList<MarkedText> Paragraphs, DateTimeOffset At) : ProposalEvent;

    /// <summary>The ledger took note of a release or of the contact.</summary>
    /// <param name="ObligationId">What was owed.</param>
    /// <param name="RefusedWith">The code, if the ledger would not have it; null if posted.</param>
    public sealed record LedgerAnswered(string ObligationId, string? RefusedWith) : ProposalEvent;

    /// <summary>It stands on the agenda of a session, which it will tell if it ends.</summary>
    public sealed record OnAgenda(SessionId Session, int Item, DateTimeOffset At) : ProposalEvent;

    /// <summary>A session was told that it has ended, and has it on its agenda no more.</summary>
    /// <param name="ObligationId">What was answered.</param>
    /// <param name="RefusedWith">The code if the session would not hear it; null if it did.</param>
    public sealed record OffAgenda(string ObligationId, string? RefusedWith) : ProposalEvent;

    /// <summary>The SIG's book of sessions has it in its queue: it is taken up at the next session by itself.</summary>
    /// <param name="ObligationId">What was answered.</param>
    /// <param name="RefusedWith">The code if the book would not have it; null if it waits there.</param>
    public sealed record QueuedForSession(string ObligationId, string? RefusedWith) : ProposalEvent;
}
