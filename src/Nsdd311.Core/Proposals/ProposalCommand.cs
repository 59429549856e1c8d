using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;

namespace Nsdd311.Proposals;

/// <summary>What a person, another entity or the clock may ask of a matter.</summary>
public abstract record ProposalCommand
{
    private ProposalCommand() { }

    /// <summary>Opens a draft for the own agency.</summary>
    public sealed record Draft(ProposalId Id, Paper Paper) : ProposalCommand;

    /// <summary>Opens and submits at once; where the submission is refused, nothing is opened.</summary>
    /// <param name="Id">The identity that the request gives it.</param>
    /// <param name="Paper">The text.</param>
    /// <param name="OverdueReports">Reports of the agency on this pair that are overdue, as the docket shows them now.</param>
    public sealed record DraftAndSubmit(ProposalId Id, Paper Paper, ValueList<LogNumber> OverdueReports) : ProposalCommand
    {
        /// <summary>Guidance in force now, of whatever category, as the docket shows it.</summary>
        public ValueList<GuidanceInForce> Guidance { get; init; } = [];

        /// <summary>The plan of contacts that the paper cites, if it is in force and the proponent may know of it.</summary>
        public AgreedPlan? Plan { get; init; }
    }

    /// <summary>A new text version while a draft or returned.</summary>
    public sealed record Revise(Paper Paper) : ProposalCommand;

    /// <summary>Lists the sites and items of a visit anew; a new text version.</summary>
    public sealed record ListDisclosure(ValueList<Disclosure> Items) : ProposalCommand;

    /// <summary>The acting agency concurs in an item, or does not and says why.</summary>
    /// <param name="Item">Its number.</param>
    /// <param name="Concurs">Whether it concurs.</param>
    /// <param name="Objection">What it objects; null if it concurs.</param>
    /// <param name="Clearance">What the acting person may read: an item that is not seen is not there.</param>
    public sealed record AnswerDisclosure(int Item, bool Concurs, MarkedText? Objection, PortionMark Clearance) : ProposalCommand;

    /// <summary>Throws a draft away.</summary>
    public sealed record Discard : ProposalCommand;

    /// <summary>Asks for the chair's leave, which also lets the chair see a draft.</summary>
    public sealed record AskLeave(LeaveKind Of, MarkedText Reason) : ProposalCommand;

    /// <summary>The chair allows it, with a reason and, where wanted, a suspense of the chair's own for the next round.</summary>
    public sealed record GiveLeave(LeaveKind Of, MarkedText Reason, DateTimeOffset? Suspense) : ProposalCommand;

    /// <inheritdoc cref="DraftAndSubmit" />
    public sealed record Submit(ValueList<LogNumber> OverdueReports) : ProposalCommand
    {
        /// <inheritdoc cref="DraftAndSubmit.Guidance" />
        public ValueList<GuidanceInForce> Guidance { get; init; } = [];

        /// <inheritdoc cref="DraftAndSubmit.Plan" />
        public AgreedPlan? Plan { get; init; }
    }

    /// <summary>Takes the position of the acting agency.</summary>
    public sealed record TakePosition(Stand Stand, ValueList<NewComment> Comments) : ProposalCommand;

    /// <summary>Says after an amendment that the agency's position stands.</summary>
    public sealed record ConfirmPosition : ProposalCommand;

    /// <summary>The proponent says what becomes of a comment.</summary>
    public sealed record ProposeDisposition(int Comment, MarkedText Text) : ProposalCommand;

    /// <summary>The comment's author accepts the disposition, or keeps the comment up.</summary>
    public sealed record AnswerDisposition(int Comment, bool Accepts) : ProposalCommand;

    /// <summary>An agency meets the suspense and names the day of its full reply.</summary>
    public sealed record ReplyInterim(DateOnly FullOn, MarkedText Text) : ProposalCommand;

    /// <summary>An agency objects that this is a negotiation.</summary>
    public sealed record ObjectToNegotiation(MarkedText Text) : ProposalCommand;

    /// <summary>The one agency that may lifts that objection.</summary>
    public sealed record LiftNegotiation(MarkedText Reason) : ProposalCommand;

    /// <summary>A new text inside the round, with the chair's leave.</summary>
    public sealed record Amend(Paper Paper) : ProposalCommand;

    /// <summary>The chair moves the suspense, once a round.</summary>
    public sealed record Extend(int WorkingDays, MarkedText Reason) : ProposalCommand;

    /// <summary>The chair stops the clock.</summary>
    public sealed record StopClock(MarkedText Reason) : ProposalCommand;

    /// <summary>The chair starts the clock again.</summary>
    public sealed record StartClock(MarkedText Reason) : ProposalCommand;

    /// <summary>The chair clears, with a finding for each claimed goal and under these conditions.</summary>
    public sealed record Clear(ValueList<Finding> Findings, ValueList<MarkedText> Conditions, MarkedText? Remarks) : ProposalCommand;

    /// <summary>The chair returns it to the proponent.</summary>
    public sealed record Return(MarkedText Remarks) : ProposalCommand;

    /// <summary>The chair disapproves it.</summary>
    public sealed record Disapprove(MarkedText Remarks) : ProposalCommand;

    /// <summary>The chair sends it to the SIG.</summary>
    public sealed record Forward(MarkedText Remarks) : ProposalCommand;

    /// <summary>An agency demands that the SIG look at the IG's decision.</summary>
    public sealed record DemandReclama(MarkedText Reason) : ProposalCommand;

    /// <summary>The SIG's chair decides by paper, once all have been heard.</summary>
    public sealed record DecideByPaper(BodyRuling Ruling) : ProposalCommand;

    /// <summary>A session of the body brings what it decided of its item.</summary>
    public sealed record DecideInSession(SessionDecision Decision) : ProposalCommand;

    /// <summary>A session has it on its agenda; should it end, it says so there.</summary>
    public sealed record NoteAgenda(SessionId Session, int Item) : ProposalCommand;

    /// <summary>The SIG's chair or its executive secretary records what the President decided.</summary>
    /// <param name="Decision">What he decided, by which paper of which day.</param>
    /// <param name="Conditions">Under which he approves.</param>
    public sealed record RecordPresidentialDecision(PresidentialDecision Decision, ValueList<MarkedText> Conditions) : ProposalCommand;

    /// <summary>New text after a return: a new round, all positions anew.</summary>
    /// <param name="Paper">The new text; null if it was already handed in by <see cref="Revise"/>.</param>
    public sealed record Resubmit(Paper? Paper) : ProposalCommand;

    /// <summary>The paper of the next stage.</summary>
    public sealed record HandInStage(Paper Paper) : ProposalCommand;

    /// <summary>Encloses a file with the text, or with the next one; its bytes are kept already.</summary>
    public sealed record Attach(MarkedText Title, PortionMark Mark, string MediaType, long Size, ContentHash Content) : ProposalCommand;

    /// <summary>Takes an attachment out of the text, or of the next one.</summary>
    public sealed record RemoveAttachment(int Number) : ProposalCommand;

    /// <summary>The proponent gives the matter up.</summary>
    public sealed record Withdraw(MarkedText Reason) : ProposalCommand;

    /// <summary>The chair confirms a condition as met.</summary>
    public sealed record ConfirmCondition(int Condition, MarkedText Evidence) : ProposalCommand;

    /// <summary>The proponent records what took place.</summary>
    public sealed record RecordOutcome(Outcome Outcome) : ProposalCommand;

    /// <summary>The proponent asks for other dates, party, sites or ships than were cleared.</summary>
    public sealed record Change(ChangeOfPlan Plan) : ProposalCommand;

    /// <summary>The proponent enters a statement as it was delivered.</summary>
    /// <param name="MadeAt">When it was made; null for now.</param>
    /// <param name="Paragraphs">What was said.</param>
    public sealed record EnterDeliveredText(DateTimeOffset? MadeAt, ValueList<MarkedText> Paragraphs) : ProposalCommand;

    /// <summary>The proponent reports on the contact.</summary>
    public sealed record Report(ValueList<MarkedText> Paragraphs) : ProposalCommand;

    /// <summary>The engine brings the answer to something owed.</summary>
    public sealed record RecordAnswer(string ObligationId, SettledWith With) : ProposalCommand;

    /// <summary>The pair says that the hold waited for is granted after all.</summary>
    public sealed record RecordHoldGranted(EntryId Entry, ValueList<BoundLine> Sum) : ProposalCommand;

    /// <summary>Sent by the engine when an instant has come. Harmless when early, late or repeated.</summary>
    public sealed record CheckDeadline : ProposalCommand;
}

/// <summary>How an obligation of a matter was answered.</summary>
public abstract record SettledWith
{
    private SettledWith() { }

    /// <summary>The log book gave this number.</summary>
    public sealed record Number(LogNumber Value) : SettledWith;

    /// <summary>The ledger granted the hold.</summary>
    public sealed record Granted(ValueList<BoundLine> Sum) : SettledWith;

    /// <summary>The ledger did not grant it now; the matter waits in line.</summary>
    public sealed record Blocked(Impediment Impediment) : SettledWith;

    /// <summary>The ledger took note: a release or a contact is posted.</summary>
    public sealed record Posted : SettledWith;

    /// <summary>Refused for good.</summary>
    public sealed record Refused(string Code, string Because) : SettledWith;
}
