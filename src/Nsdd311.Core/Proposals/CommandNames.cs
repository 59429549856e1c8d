using System.Diagnostics;

namespace Nsdd311.Proposals;

/// <summary>What a command is called in answers.</summary>
public static class CommandNames
{
    /// <summary>The act in words.</summary>
    public static string Of(ProposalCommand command) => command switch
    {
        ProposalCommand.Draft => "draft",
        ProposalCommand.DraftAndSubmit => "draft and submit",
        ProposalCommand.Revise => "revise",
        ProposalCommand.ListDisclosure => "list disclosure items",
        ProposalCommand.AnswerDisclosure => "concur in a disclosure item",
        ProposalCommand.Discard => "discard",
        ProposalCommand.AskLeave => "ask for leave",
        ProposalCommand.GiveLeave => "give leave",
        ProposalCommand.Submit => "submit",
        ProposalCommand.TakePosition => "take a position",
        ProposalCommand.ConfirmPosition => "confirm a position",
        ProposalCommand.ProposeDisposition => "propose a disposition",
        ProposalCommand.AnswerDisposition => "answer a disposition",
        ProposalCommand.ReplyInterim => "reply in the interim",
        ProposalCommand.ObjectToNegotiation => "object that it is a negotiation",
        ProposalCommand.LiftNegotiation => "lift that objection",
        ProposalCommand.Amend => "amend",
        ProposalCommand.Extend => "extend the suspense",
        ProposalCommand.StopClock => "stop the clock",
        ProposalCommand.StartClock => "start the clock",
        ProposalCommand.Clear => "clear",
        ProposalCommand.Return => "return",
        ProposalCommand.Disapprove => "disapprove",
        ProposalCommand.Forward => "forward to the SIG",
        ProposalCommand.DemandReclama => "demand a reclama",
        ProposalCommand.DecideByPaper => "decide for the SIG",
        ProposalCommand.NoteAgenda => "stand on an agenda",
        ProposalCommand.DecideInSession => "decide in session",
        ProposalCommand.RecordPresidentialDecision => "record the President's decision",
        ProposalCommand.Resubmit => "resubmit",
        ProposalCommand.HandInStage => "hand in the next stage",
        ProposalCommand.Attach => "attach a file",
        ProposalCommand.RemoveAttachment => "take an attachment out",
        ProposalCommand.Withdraw => "withdraw",
        ProposalCommand.ConfirmCondition => "confirm a condition",
        ProposalCommand.RecordOutcome => "record the outcome",
        ProposalCommand.Change => "change what was cleared",
        ProposalCommand.EnterDeliveredText => "enter the text as delivered",
        ProposalCommand.Report => "report",
        ProposalCommand.RecordAnswer => "record an answer",
        ProposalCommand.RecordHoldGranted => "record a hold",
        ProposalCommand.CheckDeadline => "check deadlines",
        _ => throw new UnreachableException($"{command} has no name."),
    };
}
