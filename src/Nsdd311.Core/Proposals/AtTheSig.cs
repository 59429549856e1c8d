using System.Diagnostics;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;
using static Nsdd311.Proposals.ProposalCommand;
using static Nsdd311.Proposals.ProposalState;
using Draft = Nsdd311.Proposals.ProposalCommand.Draft;

namespace Nsdd311.Proposals;

// The two states in which others than the IG have the matter, one line per command.
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> OfSig(AtSig sig, ProposalCommand command, Context context) => command switch
    {
        TakePosition take => DecideSigPosition(sig, take, context),
        AnswerDisclosure answer => DecideConcurrence(sig, answer, context),
        ObjectToNegotiation objection => DecideSigObjection(sig, objection, context),
        LiftNegotiation lift => DecideSigLift(sig, lift, context),
        DecideByPaper paper => ByPaper(sig, paper.Ruling, context),
        DecideInSession session => BySession(sig, session.Decision, context),
        Withdraw withdraw => Accept(new ProposalEvent.Withdrawn(withdraw.Reason, context.Now)),
        Draft or DraftAndSubmit => Refuse(new MatterExists()),
        ConfirmPosition or ProposeDisposition or AnswerDisposition or ReplyInterim or Amend or Extend or StopClock or StartClock
            => Refuse(new RoundClosed(StateNames.Of(sig))),
        Clear or Return or Disapprove or Forward => Refuse(NotDecidable(sig, command)),
        DemandReclama => Refuse(new NothingToReclaim(StateNames.Of(sig))),
        RecordPresidentialDecision => Refuse(new NotReferred(StateNames.Of(sig))),
        RecordOutcome or EnterDeliveredText => Fact(sig, command, context),
        Revise or ListDisclosure or Discard or AskLeave or GiveLeave or Submit or Resubmit or HandInStage or ConfirmCondition or Change or Report
            or Attach or RemoveAttachment => Refuse(NotNow(sig, command)),
        NoteAgenda note => StandsOnAgenda(sig, note, context),
        RecordAnswer answer => Settle(sig, answer, context),
        RecordHoldGranted granted => SettleGranted(sig, granted, context),
        CheckDeadline => Deadlines(sig, context),
        _ => throw new UnreachableException($"{command} reached a round at the SIG."),
    };

    private static Decision<ProposalEvent> OfReferred(Referred referred, ProposalCommand command, Context context) => command switch
    {
        RecordPresidentialDecision record => DecidePresident(referred, record, context),
        Withdraw withdraw => Accept(new ProposalEvent.Withdrawn(withdraw.Reason, context.Now)),
        Draft or DraftAndSubmit => Refuse(new MatterExists()),
        TakePosition or ConfirmPosition or AnswerDisclosure or ProposeDisposition or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation or Amend
            or Extend or StopClock or StartClock => Refuse(new RoundClosed(StateNames.Of(referred))),
        Clear or Return or Disapprove or Forward or DecideByPaper or DecideInSession => Refuse(NotDecidable(referred, command)),
        DemandReclama demand => DecideReclama(referred, demand, context),
        RecordOutcome or EnterDeliveredText => Fact(referred, command, context),
        Revise or ListDisclosure or Discard or AskLeave or GiveLeave or Submit or Resubmit or HandInStage or ConfirmCondition or Change or Report
            or Attach or RemoveAttachment => Refuse(NotNow(referred, command)),
        NoteAgenda note => StandsOnAgenda(referred, note, context),
        RecordAnswer answer => Settle(referred, answer, context),
        RecordHoldGranted granted => SettleGranted(referred, granted, context),
        CheckDeadline => Deadlines(referred, context),
        _ => throw new UnreachableException($"{command} reached a matter that is with the President."),
    };
}
