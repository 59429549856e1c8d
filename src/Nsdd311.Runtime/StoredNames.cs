using Nsdd311.Contacts;
using Nsdd311.Imports;
using Nsdd311.LogBook;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Roster;
using Nsdd311.Sessions;

namespace Nsdd311.Runtime;

/// <summary>The names that events are stored under. Renaming a class is free; changing a line here is a migration (docs/EVENTS.md).</summary>
public static class StoredNames
{
    /// <summary>What happens to papers and in a round at the IG.</summary>
    private static readonly Dictionary<Type, string> Vetting = new()
    {
        [typeof(ProposalEvent.Drafted)] = "proposal.drafted/1",
        [typeof(ProposalEvent.Revised)] = "proposal.revised/1",
        [typeof(ProposalEvent.DisclosureListed)] = "proposal.disclosure-listed/1",
        [typeof(ProposalEvent.DisclosureAnswered)] = "proposal.disclosure-answered/1",
        [typeof(ProposalEvent.Discarded)] = "proposal.discarded/1",
        [typeof(ProposalEvent.LeaveAsked)] = "proposal.leave-asked/1",
        [typeof(ProposalEvent.LeaveGiven)] = "proposal.leave-given/1",
        [typeof(ProposalEvent.Submitted)] = "proposal.submitted/1",
        [typeof(ProposalEvent.Numbered)] = "proposal.numbered/1",
        [typeof(ProposalEvent.PositionTaken)] = "proposal.position-taken/1",
        [typeof(ProposalEvent.PositionConfirmed)] = "proposal.position-confirmed/1",
        [typeof(ProposalEvent.DispositionProposed)] = "proposal.disposition-proposed/1",
        [typeof(ProposalEvent.DispositionAnswered)] = "proposal.disposition-answered/1",
        [typeof(ProposalEvent.RepliedInterim)] = "proposal.replied-interim/1",
        [typeof(ProposalEvent.NegotiationObjected)] = "proposal.negotiation-objected/1",
        [typeof(ProposalEvent.NegotiationLifted)] = "proposal.negotiation-lifted/1",
        [typeof(ProposalEvent.Amended)] = "proposal.amended/1",
        [typeof(ProposalEvent.Extended)] = "proposal.extended/1",
        [typeof(ProposalEvent.ClockStopped)] = "proposal.clock-stopped/1",
        [typeof(ProposalEvent.ClockStarted)] = "proposal.clock-started/1",
        [typeof(ProposalEvent.Warned)] = "proposal.warned/1",
        [typeof(ProposalEvent.SuspensePassed)] = "proposal.suspense-passed/1",
        [typeof(ProposalEvent.Reminded)] = "proposal.reminded/1",
        [typeof(ProposalEvent.SilenceBroken)] = "proposal.silence-broken/1",
        [typeof(ProposalEvent.SilenceExpired)] = "proposal.silence-expired/1",
    };

    /// <summary>What is decided, at the IG and beyond, and what comes of it.</summary>
    private static readonly Dictionary<Type, string> Deciding = new()
    {
        [typeof(ProposalEvent.Escalated)] = "proposal.escalated/1",
        [typeof(ProposalEvent.Forwarded)] = "proposal.forwarded/1",
        [typeof(ProposalEvent.SigWarned)] = "proposal.sig-warned/1",
        [typeof(ProposalEvent.SigSuspensePassed)] = "proposal.sig-suspense-passed/1",
        [typeof(ProposalEvent.Ruled)] = "proposal.ruled/1",
        [typeof(ProposalEvent.ReclamaDemanded)] = "proposal.reclama-demanded/1",
        [typeof(ProposalEvent.DecidedInSession)] = "proposal.decided-in-session/1",
        [typeof(ProposalEvent.SigRuled)] = "proposal.sig-ruled/1",
        [typeof(ProposalEvent.Referred)] = "proposal.referred/1",
        [typeof(ProposalEvent.ReferralReminded)] = "proposal.referral-reminded/1",
        [typeof(ProposalEvent.PresidentDecided)] = "proposal.president-decided/1",
        [typeof(ProposalEvent.BecameFinal)] = "proposal.became-final/1",
        [typeof(ProposalEvent.HoldGranted)] = "proposal.hold-granted/1",
        [typeof(ProposalEvent.HoldBlocked)] = "proposal.hold-blocked/1",
        [typeof(ProposalEvent.Resubmitted)] = "proposal.resubmitted/1",
        [typeof(ProposalEvent.StageHandedIn)] = "proposal.stage-handed-in/1",
        [typeof(ProposalEvent.Attached)] = "proposal.attached/1",
        [typeof(ProposalEvent.AttachmentRemoved)] = "proposal.attachment-removed/1",
        [typeof(ProposalEvent.Withdrawn)] = "proposal.withdrawn/1",
        [typeof(ProposalEvent.Lapsed)] = "proposal.lapsed/1",
        [typeof(ProposalEvent.FirstDayCame)] = "proposal.first-day-came/1",
        [typeof(ProposalEvent.ConditionMet)] = "proposal.condition-met/1",
        [typeof(ProposalEvent.OutcomeOverdue)] = "proposal.outcome-overdue/1",
        [typeof(ProposalEvent.OutcomeRecorded)] = "proposal.outcome-recorded/1",
        [typeof(ProposalEvent.Changed)] = "proposal.changed/1",
        [typeof(ProposalEvent.TextDelivered)] = "proposal.text-delivered/1",
        [typeof(ProposalEvent.EmbargoBroken)] = "proposal.embargo-broken/1",
        [typeof(ProposalEvent.ChangeOverrun)] = "proposal.change-overrun/1",
        [typeof(ProposalEvent.ReportOverdue)] = "proposal.report-overdue/1",
        [typeof(ProposalEvent.Reported)] = "proposal.reported/1",
        [typeof(ProposalEvent.LedgerAnswered)] = "proposal.ledger-answered/1",
        [typeof(ProposalEvent.OnAgenda)] = "proposal.on-agenda/1",
        [typeof(ProposalEvent.OffAgenda)] = "proposal.off-agenda/1",
        [typeof(ProposalEvent.QueuedForSession)] = "proposal.queued-for-session/1",
    };

    /// <summary>A matter's events.</summary>
    public static IReadOnlyDictionary<Type, string> Proposal { get; } = Vetting.Concat(Deciding).ToDictionary();

    /// <summary>A pair's events.</summary>
    public static IReadOnlyDictionary<Type, string> Pair { get; } = new Dictionary<Type, string>
    {
        [typeof(PairEvent.LedgerOpened)] = "pair.ledger-opened/1",
        [typeof(PairEvent.HoldGranted)] = "pair.hold-granted/1",
        [typeof(PairEvent.HoldBlocked)] = "pair.hold-blocked/1",
        [typeof(PairEvent.WaitingHoldGranted)] = "pair.waiting-hold-granted/1",
        [typeof(PairEvent.MatterTold)] = "pair.matter-told/1",
        [typeof(PairEvent.HoldReleased)] = "pair.hold-released/1",
        [typeof(PairEvent.Committed)] = "pair.committed/1",
        [typeof(PairEvent.LotPosted)] = "pair.lot-posted/1",
        [typeof(PairEvent.BaselineEntered)] = "pair.baseline-entered/1",
        [typeof(PairEvent.Corrected)] = "pair.corrected/1",
        [typeof(PairEvent.ReturnDateAgreed)] = "pair.return-date-agreed/1",
        [typeof(PairEvent.DebtOverdue)] = "pair.debt-overdue/1",
        [typeof(PairEvent.DebtsWatched)] = "pair.debts-watched/1",
        [typeof(PairEvent.DebtApproaching)] = "pair.debt-approaching/1",
        [typeof(PairEvent.Moved)] = "pair.moved/1",
        [typeof(PairEvent.Spoken)] = "pair.spoken/1",
        [typeof(PairEvent.DecidedInSession)] = "pair.decided-in-session/1",
        [typeof(PairEvent.Dropped)] = "pair.dropped/1",
        [typeof(PairEvent.Waived)] = "pair.waived/1",
        [typeof(PairEvent.WaiverOver)] = "pair.waiver-over/1",
        [typeof(PairEvent.FreezeLifted)] = "pair.freeze-lifted/1",
        [typeof(PairEvent.FreezeBack)] = "pair.freeze-back/1",
        [typeof(PairEvent.DebtWrittenOff)] = "pair.debt-written-off/1",
        [typeof(PairEvent.DebtCarried)] = "pair.debt-carried/1",
        [typeof(PairEvent.OutOfBalance)] = "pair.out-of-balance/1",
        [typeof(PairEvent.BackInBalance)] = "pair.back-in-balance/1",
    };

    /// <summary>The roster's events.</summary>
    public static IReadOnlyDictionary<Type, string> Roster { get; } = new Dictionary<Type, string>
    {
        [typeof(RosterEvent.Founded)] = "roster.founded/1",
        [typeof(RosterEvent.Appointed)] = "roster.appointed/1",
        [typeof(RosterEvent.Relieved)] = "roster.relieved/1",
    };

    /// <summary>A log book's events.</summary>
    public static IReadOnlyDictionary<Type, string> LogBook { get; } = new Dictionary<Type, string>
    {
        [typeof(LogBookEvent.Assigned)] = "log-book.assigned/1",
    };

    /// <summary>An import's events.</summary>
    public static IReadOnlyDictionary<Type, string> Import { get; } = new Dictionary<Type, string>
    {
        [typeof(ImportEvent.Accepted)] = "import.accepted/1",
        [typeof(ImportEvent.ContactsKept)] = "import.contacts-kept/1",
        [typeof(ImportEvent.LotOwed)] = "import.lot-owed/1",
        [typeof(ImportEvent.LotAnswered)] = "import.lot-answered/1",
        [typeof(ImportEvent.CameAgain)] = "import.came-again/1",
    };

    /// <summary>The events of a contact that is kept and never counted.</summary>
    public static IReadOnlyDictionary<Type, string> Contact { get; } = new Dictionary<Type, string>
    {
        [typeof(ContactEvent.Recorded)] = "contact.recorded/1",
    };

    /// <summary>The events of a session, whichever body's it is.</summary>
    public static IReadOnlyDictionary<Type, string> Session { get; } = new Dictionary<Type, string>
    {
        [typeof(SessionEvent.Scheduled)] = "session.scheduled/1",
        [typeof(SessionEvent.ItemAdded)] = "session.item-added/1",
        [typeof(SessionEvent.ItemWithdrawn)] = "session.item-withdrawn/1",
        [typeof(SessionEvent.MatterTold)] = "session.matter-told/1",
        [typeof(SessionEvent.CalledOff)] = "session.called-off/1",
        [typeof(SessionEvent.ActingChairNamed)] = "session.acting-chair-named/1",
        [typeof(SessionEvent.LeaveGiven)] = "session.leave-given/1",
        [typeof(SessionEvent.PaperBrought)] = "session.paper-brought/1",
        [typeof(SessionEvent.PapersFellDue)] = "session.papers-fell-due/1",
        [typeof(SessionEvent.AgendaClosed)] = "session.agenda-closed/1",
        [typeof(SessionEvent.Arrived)] = "session.arrived/1",
        [typeof(SessionEvent.Departed)] = "session.departed/1",
        [typeof(SessionEvent.Convened)] = "session.convened/1",
        [typeof(SessionEvent.Suspended)] = "session.suspended/1",
        [typeof(SessionEvent.Resumed)] = "session.resumed/1",
        [typeof(SessionEvent.ItemRuled)] = "session.item-ruled/1",
        [typeof(SessionEvent.ItemDecided)] = "session.item-decided/1",
        [typeof(SessionEvent.ItemRefused)] = "session.item-refused/1",
        [typeof(SessionEvent.ItemDeferred)] = "session.item-deferred/1",
        [typeof(SessionEvent.Adjourned)] = "session.adjourned/1",
        [typeof(SessionEvent.ItemReturned)] = "session.item-returned/1",
        [typeof(SessionEvent.MinutesOverdue)] = "session.minutes-overdue/1",
        [typeof(SessionEvent.MinutesCirculated)] = "session.minutes-circulated/1",
        [typeof(SessionEvent.MinutesObjected)] = "session.minutes-objected/1",
        [typeof(SessionEvent.MinutesApproved)] = "session.minutes-approved/1",
    };

    /// <summary>The events of a body's book of sessions.</summary>
    public static IReadOnlyDictionary<Type, string> SessionBook { get; } = new Dictionary<Type, string>
    {
        [typeof(SessionBookEvent.SessionNumbered)] = "session-book.session-numbered/1",
        [typeof(SessionBookEvent.SessionOpened)] = "session-book.session-opened/1",
        [typeof(SessionBookEvent.MatterAssigned)] = "session-book.matter-assigned/1",
        [typeof(SessionBookEvent.MatterKept)] = "session-book.matter-kept/1",
        [typeof(SessionBookEvent.AssignmentAnswered)] = "session-book.assignment-answered/1",
    };
}
