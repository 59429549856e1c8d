using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;

namespace Nsdd311.Settlement;

/// <summary>A session owes a matter the decision that was taken on it.</summary>
/// <param name="Id">Of the obligation: <c>decision-1</c>.</param>
/// <param name="Matter">Which matter.</param>
/// <param name="Decision">What was decided, where and by whom.</param>
public sealed record PutDecision(string Id, ProposalId Matter, SessionDecision Decision) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Matter);

    /// <inheritdoc />
    public override object Payment => new ProposalCommand.DecideInSession(Decision);

    /// <inheritdoc />
    public override object Answered(Answer answer) =>
        SessionAnswers.Of(Id, answer, events => events.OfType<ProposalEvent.DecidedInSession>().FirstOrDefault()?.Positions);
}

/// <summary>A session of the SIG owes a ledger the decision that was taken on a motion.</summary>
/// <param name="Id">Of the obligation: <c>decision-1</c>.</param>
/// <param name="Motion">Which motion, of which ledger.</param>
/// <param name="Decision">What was decided, where and by whom.</param>
public sealed record DecideMotion(string Id, AgendaMotion Motion, SessionDecision Decision) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Motion.Pair);

    /// <inheritdoc />
    public override object Payment => new PairCommand.DecideInSession(Motion.Number, Decision);

    /// <inheritdoc />
    public override object Answered(Answer answer) =>
        SessionAnswers.Of(Id, answer, events => events.OfType<PairEvent.DecidedInSession>().FirstOrDefault()?.Positions);
}

internal static class SessionAnswers
{
    /// <summary>The decision was taken where the positions are told.</summary>
    public static SessionCommand Of(string id, Answer answer, Func<ValueList<object>, ValueList<VoicedPosition>?> positions) => new SessionCommand.RecordAnswer(id, answer switch
    {
        Answer.Accepted { Events: var events } when positions(events) is { } told => new SessionAnswer.Taken(told),
        Answer.Refused refused => new SessionAnswer.Refused(refused.Code, refused.Because),
        _ => new SessionAnswer.Refused("settlement.unexpected", "What was recorded does not answer the decision."),
    });
}

/// <summary>A session owes a matter the news that it stands on the agenda.</summary>
/// <param name="Id">Of the obligation: <c>agenda-1</c>.</param>
/// <param name="Matter">Which matter.</param>
/// <param name="Session">On whose agenda.</param>
/// <param name="Item">As which item.</param>
public sealed record TellOfAgenda(string Id, ProposalId Matter, SessionId Session, int Item) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Matter);

    /// <inheritdoc />
    public override object Payment => new ProposalCommand.NoteAgenda(Session, Item);

    /// <inheritdoc />
    public override object Answered(Answer answer) =>
        new SessionCommand.RecordAnswer(Id, answer is Answer.Refused refused ? new SessionAnswer.Refused(refused.Code, refused.Because) : new SessionAnswer.Known());
}

/// <summary>A matter that has ended owes each session on whose agenda it stands that it leaves.</summary>
/// <param name="Id">Of the obligation: <c>agenda-4</c>.</param>
/// <param name="Session">Which session.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Status">How it ended.</param>
public sealed record LeaveAgenda(string Id, SessionId Session, ProposalId Matter, string Status) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Session);

    /// <inheritdoc />
    public override object Payment => new SessionCommand.EndMatter(Matter, Status);

    /// <inheritdoc />
    public override object Answered(Answer answer) => MatterAnswers.Posted(Id, answer);
}

/// <summary>An item that was not decided goes back to its body's queue.</summary>
/// <param name="Id">Of the obligation: <c>return-1</c>.</param>
/// <param name="Body">Whose queue.</param>
/// <param name="Subject">What was not decided.</param>
public sealed record ReturnMatter(string Id, BodyKind Body, AgendaSubject Subject) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.SessionBook(Body);

    /// <inheritdoc />
    public override object Payment => new SessionBookCommand.TakeUp(Body, Subject);

    /// <inheritdoc />
    public override object Answered(Answer answer) =>
        new SessionCommand.RecordAnswer(Id, answer is Answer.Refused refused ? new SessionAnswer.Refused(refused.Code, refused.Because) : new SessionAnswer.Queued());
}

/// <summary>A matter whose time has come is to be taken up at the next session of a body (8-charter, section 2).</summary>
/// <param name="Id">Of the obligation.</param>
/// <param name="Body">Which body.</param>
/// <param name="Matter">What is to be taken up.</param>
public sealed record TakeUpAtNextSession(string Id, BodyKind Body, AgendaMatter Matter) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.SessionBook(Body);

    /// <inheritdoc />
    public override object Payment => new SessionBookCommand.TakeUp(Body, Matter);

    /// <inheritdoc />
    public override object Answered(Answer answer) => MatterAnswers.Posted(Id, answer);
}

/// <summary>A body's book owes a session that it has numbered its opening.</summary>
/// <param name="Id">Of the obligation: <c>open-sig-1989-01</c>.</param>
/// <param name="Session">Which session.</param>
/// <param name="Opening">What it begins with.</param>
public sealed record OpenSession(string Id, SessionId Session, SessionOpening Opening) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Session);

    /// <inheritdoc />
    public override object Payment =>
        new SessionCommand.Open(Session, Opening.At, Opening.Place, Opening.PapersDue, Opening.AgendaCloses, Opening.Subjects);

    /// <inheritdoc />
    public override object Answered(Answer answer) => new SessionBookCommand.RecordAnswer(Id, (answer as Answer.Refused)?.Code);
}

/// <summary>A body's book owes the next session a matter or a motion for its agenda.</summary>
/// <param name="Id">Of the obligation: <c>put-1</c>.</param>
/// <param name="Session">Which session.</param>
/// <param name="Subject">What is to be put on.</param>
public sealed record PutOnAgendaOf(string Id, SessionId Session, AgendaSubject Subject) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Session);

    /// <inheritdoc />
    public override object Payment => new SessionCommand.PutOnAgenda(Subject);

    /// <inheritdoc />
    public override object Answered(Answer answer) => new SessionBookCommand.RecordAnswer(Id, (answer as Answer.Refused)?.Code);
}
