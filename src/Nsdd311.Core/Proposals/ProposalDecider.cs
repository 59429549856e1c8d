using System.Diagnostics;
using Nsdd311.Settlement;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;
using static Nsdd311.Proposals.ProposalCommand;
using static Nsdd311.Proposals.ProposalState;
using Draft = Nsdd311.Proposals.ProposalCommand.Draft;
using Drafted = Nsdd311.Proposals.ProposalState.Draft;

namespace Nsdd311.Proposals;

/// <summary>A matter's life (1-domain, section 3; 8-charter, sections 1 to 3 and annex A), one line per state and command.</summary>
public sealed partial class ProposalDecider : IDecider<ProposalState, ProposalCommand, ProposalEvent>
{
    private ProposalDecider() { }

    /// <inheritdoc />
    public static ProposalState Initial { get; } = new Absent();

    /// <inheritdoc />
    public static ProposalCommand Wake { get; } = new CheckDeadline();

    /// <inheritdoc />
    public static ValueList<Obligation> Owed(ProposalState state) => state is Lodged lodged ? lodged.Matter.Owing : [];

    /// <inheritdoc />
    public static Decision<ProposalEvent> Decide(ProposalState state, ProposalCommand command, Context context) =>
        state is not Absent && Entitlement.Missing(state, command, context.Actor) is { } refusal
            ? Refuse(refusal)
            : state switch
            {
                Absent => OfNothing(command, context),
                Drafted draft => OfDraft(draft, command, context),
                InVetting vetting => OfVetting(vetting, command, context),
                Decided or Blocked => OfWaiting((Lodged)state, command, context),
                AtSig sig => OfSig(sig, command, context),
                Referred referred => OfReferred(referred, command, context),
                Returned returned => OfReturned(returned, command, context),
                ClearedForStage cleared => OfClearedForStage(cleared, command, context),
                Cleared cleared => OfCleared(cleared, command, context),
                Executed executed => OfExecuted(executed, command, context),
                Closed or Disapproved or Withdrawn or Lapsed or Discarded or LapsedDraft => OfEnded(state, command, context),
                _ => throw new UnreachableException($"{command} reached {state}."),
            };

    private static Decision<ProposalEvent> OfNothing(ProposalCommand command, Context context) => command switch
    {
        Draft or DraftAndSubmit when Entitlement.Missing(Initial, command, context.Actor) is { } refusal => Refuse(refusal),
        Draft draft => DecideDraft(draft.Id, draft.Paper, context),
        DraftAndSubmit both => DecideDraftAndSubmit(both, context),
        RecordAnswer or RecordHoldGranted or CheckDeadline => Nothing,
        _ => Refuse(new MatterAbsent()),
    };

    private static Decision<ProposalEvent> OfDraft(Drafted draft, ProposalCommand command, Context context) => command switch
    {
        Draft => Refuse(new MatterExists()),
        DraftAndSubmit both => both.Paper == draft.Dossier.Paper ? DecideSubmit(draft, Elsewhere.Of(both), context) : Refuse(new MatterExists()),
        Revise revise => DecideRevise(draft.Dossier, revise, context),
        ListDisclosure list => DecideListing(draft.Dossier, list, context),
        Discard => Accept(new ProposalEvent.Discarded(context.Now)),
        Attach attach => DecideAttach(draft, attach, context),
        RemoveAttachment remove => DecideRemoval(draft, remove, context),
        AskLeave ask => Accept(new ProposalEvent.LeaveAsked(ask.Of, ask.Reason, context.Now)),
        GiveLeave leave => DecideLeave(leave, context),
        Submit submit => DecideSubmit(draft, Elsewhere.Of(submit), context),
        TakePosition or ConfirmPosition or AnswerDisclosure or ProposeDisposition or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation or Amend
            or Extend or StopClock or StartClock or Clear or Return or Disapprove or Forward or DemandReclama or DecideByPaper or DecideInSession
            or RecordPresidentialDecision or Resubmit or HandInStage or Withdraw or ConfirmCondition or RecordOutcome or Change or EnterDeliveredText or Report => Refuse(new NotSubmitted()),
        NoteAgenda => Refuse(new NotSubmitted()),
        RecordAnswer or RecordHoldGranted => Nothing,
        CheckDeadline => Deadlines(draft, context),
        _ => throw new UnreachableException($"{command} reached a draft."),
    };

    private static Decision<ProposalEvent> OfVetting(InVetting vetting, ProposalCommand command, Context context) => command switch
    {
        AskLeave ask => Accept(new ProposalEvent.LeaveAsked(ask.Of, ask.Reason, context.Now)),
        GiveLeave leave => DecideLeave(leave, context),
        TakePosition take => DecidePosition(vetting, take, context),
        ConfirmPosition => DecideConfirm(vetting, context),
        ListDisclosure list => DecideListing(vetting, list, context),
        AnswerDisclosure answer => DecideConcurrence(vetting, answer, context),
        ProposeDisposition propose => DecideDisposition(vetting, propose, context),
        AnswerDisposition answer => DecideAnswer(vetting, answer, context),
        ReplyInterim reply => DecideInterim(vetting, reply, context),
        ObjectToNegotiation objection => DecideObjection(vetting, objection, context),
        LiftNegotiation lift => Lifted(vetting.Round.Objection, lift, context),
        Amend amend => DecideAmend(vetting, amend, context),
        Attach attach => DecideAttach(vetting, attach, context),
        RemoveAttachment remove => DecideRemoval(vetting, remove, context),
        Extend extend => DecideExtend(vetting, extend, context),
        StopClock stop => DecideStop(vetting, stop, context),
        StartClock start => DecideStart(vetting, start, context),
        Clear clear => DecideClear(vetting, clear, context),
        Return back => DecideReturn(vetting, back.Remarks, context),
        Disapprove disapprove => DecideDisapprove(vetting, disapprove.Remarks, context),
        Forward forward => DecideForward(vetting, forward, context),
        DecideInSession session => BySession(vetting, session.Decision, context),
        DecideByPaper => Refuse(NotDecidable(vetting, command)),
        DemandReclama => Refuse(new NothingToReclaim(StateNames.Of(vetting))),
        RecordPresidentialDecision => Refuse(new NotReferred(StateNames.Of(vetting))),
        Withdraw withdraw => Accept(new ProposalEvent.Withdrawn(withdraw.Reason, context.Now)),
        Draft or DraftAndSubmit => Refuse(new MatterExists()),
        RecordOutcome or EnterDeliveredText => Fact(vetting, command, context),
        Revise or Discard or Submit or Resubmit or HandInStage or ConfirmCondition or Change or Report => Refuse(NotNow(vetting, command)),
        NoteAgenda note => StandsOnAgenda(vetting, note, context),
        RecordAnswer answer => Settle(vetting, answer, context),
        RecordHoldGranted granted => SettleGranted(vetting, granted, context),
        CheckDeadline => Deadlines(vetting, context),
        _ => throw new UnreachableException($"{command} reached a round."),
    };

    /// <summary>Decided or blocked: the proponent may withdraw, an agency may question the decision; everything else is for the clock and the ledger.</summary>
    private static Decision<ProposalEvent> OfWaiting(Lodged waiting, ProposalCommand command, Context context) => command switch
    {
        Withdraw withdraw => Accept(new ProposalEvent.Withdrawn(withdraw.Reason, context.Now)),
        ConfirmCondition confirm => DecideConditionMet(waiting.Matter, confirm, context),
        Draft or DraftAndSubmit => Refuse(new MatterExists()),
        TakePosition or ConfirmPosition or AnswerDisclosure or ProposeDisposition or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation or Amend
            or Extend or StopClock or StartClock => Refuse(new RoundClosed(StateNames.Of(waiting))),
        Clear or Return or Disapprove or Forward or DecideByPaper or DecideInSession => Refuse(NotDecidable(waiting, command)),
        DemandReclama demand => DecideReclama(waiting, demand, context),
        RecordPresidentialDecision => Refuse(new NotReferred(StateNames.Of(waiting))),
        RecordOutcome or EnterDeliveredText => Fact(waiting, command, context),
        Revise or ListDisclosure or Discard or AskLeave or GiveLeave or Submit or Resubmit or HandInStage or Change or Report
            or Attach or RemoveAttachment => Refuse(NotNow(waiting, command)),
        NoteAgenda note => StandsOnAgenda(waiting, note, context),
        RecordAnswer answer => Settle(waiting, answer, context),
        RecordHoldGranted granted => SettleGranted(waiting, granted, context),
        CheckDeadline => Deadlines(waiting, context),
        _ => throw new UnreachableException($"{command} reached {waiting}."),
    };

    private static Decision<ProposalEvent> OfReturned(Returned returned, ProposalCommand command, Context context) => command switch
    {
        Revise revise => DecideReviseReturned(returned.Matter, revise, context),
        ListDisclosure list => DecideListing(returned.Matter.Dossier, list, context),
        Attach attach => DecideAttach(returned, attach, context),
        RemoveAttachment remove => DecideRemoval(returned, remove, context),
        AskLeave ask => Accept(new ProposalEvent.LeaveAsked(ask.Of, ask.Reason, context.Now)),
        GiveLeave leave => DecideLeave(leave, context),
        Resubmit resubmit => DecideResubmit(returned, resubmit, context),
        Withdraw withdraw => Accept(new ProposalEvent.Withdrawn(withdraw.Reason, context.Now)),
        Draft or DraftAndSubmit => Refuse(new MatterExists()),
        TakePosition or ConfirmPosition or AnswerDisclosure or ProposeDisposition or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation or Amend
            or Extend or StopClock or StartClock => Refuse(new RoundClosed(StateNames.Of(returned))),
        Clear or Return or Disapprove or Forward or DecideByPaper or DecideInSession => Refuse(NotDecidable(returned, command)),
        DemandReclama demand => DecideReclama(returned, demand, context),
        RecordPresidentialDecision => Refuse(new NotReferred(StateNames.Of(returned))),
        RecordOutcome or EnterDeliveredText => Fact(returned, command, context),
        Discard or Submit or HandInStage or ConfirmCondition or Change or Report => Refuse(NotNow(returned, command)),
        NoteAgenda note => StandsOnAgenda(returned, note, context),
        RecordAnswer answer => Settle(returned, answer, context),
        RecordHoldGranted granted => SettleGranted(returned, granted, context),
        CheckDeadline => Deadlines(returned, context),
        _ => throw new UnreachableException($"{command} reached a returned matter."),
    };

    private static Decision<ProposalEvent> OfClearedForStage(ClearedForStage cleared, ProposalCommand command, Context context) => command switch
    {
        HandInStage paper => DecideStage(cleared, paper, context),
        ListDisclosure list => DecideListing(cleared.Matter.Dossier, list, context),
        Attach attach => DecideAttach(cleared, attach, context),
        RemoveAttachment remove => DecideRemoval(cleared, remove, context),
        Withdraw withdraw => Accept(new ProposalEvent.Withdrawn(withdraw.Reason, context.Now)),
        ConfirmCondition confirm => DecideConditionMet(cleared.Matter, confirm, context),
        Draft or DraftAndSubmit => Refuse(new MatterExists()),
        TakePosition or ConfirmPosition or AnswerDisclosure or ProposeDisposition or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation or Amend
            or Extend or StopClock or StartClock => Refuse(new RoundClosed(StateNames.Of(cleared))),
        Clear or Return or Disapprove or Forward or DecideByPaper or DecideInSession => Refuse(NotDecidable(cleared, command)),
        DemandReclama demand => DecideReclama(cleared, demand, context),
        RecordPresidentialDecision => Refuse(new NotReferred(StateNames.Of(cleared))),
        Revise or Discard or AskLeave or GiveLeave or Submit or Resubmit or RecordOutcome or Change or EnterDeliveredText or Report => Refuse(NotNow(cleared, command)),
        NoteAgenda note => StandsOnAgenda(cleared, note, context),
        RecordAnswer answer => Settle(cleared, answer, context),
        RecordHoldGranted => Nothing,
        CheckDeadline => Deadlines(cleared, context),
        _ => throw new UnreachableException($"{command} reached a matter cleared for its stage."),
    };

    private static Decision<ProposalEvent> OfCleared(Cleared cleared, ProposalCommand command, Context context) => command switch
    {
        RecordOutcome or Change or Withdraw or Attach or RemoveAttachment when cleared.Matter.Paper.Guidance is not null => Refuse(new GuidanceStands()),
        RecordOutcome outcome => DecideOutcome(cleared, outcome.Outcome, context),
        EnterDeliveredText enter => DecideDelivery(cleared, enter, context),
        AskLeave { Of: LeaveKind.LeadTime } ask => Accept(new ProposalEvent.LeaveAsked(ask.Of, ask.Reason, context.Now)),
        GiveLeave { Of: LeaveKind.LeadTime } leave => DecideLeave(leave, context),
        Change change => DecideChange(cleared, change, context),
        Attach attach => DecideAttach(cleared, attach, context),
        RemoveAttachment remove => DecideRemoval(cleared, remove, context),
        ConfirmCondition confirm => DecideConditionMet(cleared.Matter, confirm, context),
        Withdraw withdraw => Accept(new ProposalEvent.Withdrawn(withdraw.Reason, context.Now)),
        Draft or DraftAndSubmit => Refuse(new MatterExists()),
        TakePosition or ConfirmPosition or AnswerDisclosure or ProposeDisposition or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation or Amend
            or Extend or StopClock or StartClock => Refuse(new RoundClosed(StateNames.Of(cleared))),
        Clear or Return or Disapprove or Forward or DecideByPaper or DecideInSession => Refuse(NotDecidable(cleared, command)),
        DemandReclama demand => DecideReclama(cleared, demand, context),
        RecordPresidentialDecision => Refuse(new NotReferred(StateNames.Of(cleared))),
        Revise or ListDisclosure or Discard or AskLeave or GiveLeave or Submit or Resubmit or HandInStage or Report => Refuse(NotNow(cleared, command)),
        NoteAgenda note => StandsOnAgenda(cleared, note, context),
        RecordAnswer answer => Settle(cleared, answer, context),
        RecordHoldGranted => Nothing,
        CheckDeadline => Deadlines(cleared, context),
        _ => throw new UnreachableException($"{command} reached a cleared matter."),
    };

    private static Decision<ProposalEvent> OfExecuted(Executed executed, ProposalCommand command, Context context) => command switch
    {
        Report report => Accept(new ProposalEvent.Reported(report.Paragraphs, context.Now)),
        EnterDeliveredText enter => DecideDelivery(executed, enter, context),
        Draft or DraftAndSubmit => Refuse(new MatterExists()),
        TakePosition or ConfirmPosition or AnswerDisclosure or ProposeDisposition or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation or Amend
            or Extend or StopClock or StartClock => Refuse(new RoundClosed(StateNames.Of(executed))),
        Clear or Return or Disapprove or Forward or DecideByPaper or DecideInSession => Refuse(NotDecidable(executed, command)),
        DemandReclama demand => DecideReclama(executed, demand, context),
        RecordPresidentialDecision => Refuse(new NotReferred(StateNames.Of(executed))),
        Revise or ListDisclosure or Discard or AskLeave or GiveLeave or Submit or Resubmit or HandInStage or Withdraw or ConfirmCondition or RecordOutcome or Change
            or Attach or RemoveAttachment => Refuse(NotNow(executed, command)),
        NoteAgenda note => StandsOnAgenda(executed, note, context),
        RecordAnswer answer => Settle(executed, answer, context),
        RecordHoldGranted => Nothing,
        CheckDeadline => Deadlines(executed, context),
        _ => throw new UnreachableException($"{command} reached an executed matter."),
    };

    private static Decision<ProposalEvent> OfEnded(ProposalState ended, ProposalCommand command, Context context) => command switch
    {
        RecordAnswer answer when ended is Lodged lodged => SettleEnded(lodged, answer),
        RecordAnswer or RecordHoldGranted or CheckDeadline => Nothing,
        DemandReclama demand when ended is Disapproved disapproved => DecideReclama(disapproved, demand, context),
        RecordOutcome or EnterDeliveredText when ended is Disapproved { Matter.WasCleared: true } or Withdrawn { Matter.WasCleared: true } or Lapsed { Matter.WasCleared: true }
            => Fact((Lodged)ended, command, context),
        _ => Refuse(new MatterEnded(StateNames.Of(ended))),
    };

    private static WrongState NotNow(ProposalState state, ProposalCommand command) => new(StateNames.Of(state), CommandNames.Of(command));
}
