using static Nsdd311.Decision<Nsdd311.Sessions.SessionEvent>;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Sessions;

// Agenda, papers, leave and the acting chair.
public sealed partial class SessionDecider
{
    private static Decision<SessionEvent> DecidePut(Session session, PutOnAgenda put, Context context) =>
        NotForThisAgenda(session, put.Subject) is { } refusal
            ? Refuse(refusal)
            : Accept(new SessionEvent.ItemAdded(session.Items.Count + 1, put.Subject, context.Now));

    /// <summary>What stands on the closed agenda is told so; any other has come too late.</summary>
    private static Refusal AgendaClosedFor(Session session, PutOnAgenda put) =>
        NotForThisAgenda(session, put.Subject) ?? new AgendaIsClosed(session.AgendaCloses);

    private static Refusal? NotForThisAgenda(Session session, AgendaSubject subject) => subject is AgendaMotion && session.Id.Body is not Charters.BodyKind.Sig
        ? new MotionSigOnly()
        : session.ItemOf(subject) is { } item ? new AlreadyOnAgenda(item.Number) : null;

    private static Decision<SessionEvent> DecideWithdraw(Session session, WithdrawItem withdraw, Context context) =>
        NotOpen(session, withdraw.Item) is { } refusal ? Refuse(refusal) : Accept(new SessionEvent.ItemWithdrawn(withdraw.Item, withdraw.Reason, context.Now));

    /// <summary>An item whose matter has ended is taken off by itself; one that was decided, put off or asked for stays what it is.</summary>
    private static Decision<SessionEvent> DecideEnded(Session session, EndMatter end, Context context) =>
        session.ItemOf(new AgendaMatter(end.Matter, null, null)) is { Status: ItemStatus.Open } item ? Accept(Off(item, $"The matter has ended: {end.Status}.", context)) : Nothing;

    private static SessionEvent.ItemWithdrawn Off(AgendaItem item, string because, Context context) =>
        new(item.Number, new(Marking.PortionMark.Unclassified, because), context.Now);

    /// <summary>Why nothing can be done with the item; null if it is open.</summary>
    private static Refusal? NotOpen(Session session, int number) => session.Item(number)?.Status switch
    {
        null => new ItemUnknown(number),
        ItemStatus.Open => null,
        ItemStatus.Asked => new AnswerAwaited([number]),
        ItemStatus.Decided => new ItemIsDecided(number),
        ItemStatus.Deferred => new ItemIsClosed(number, "deferred"),
        _ => new ItemIsClosed(number, "withdrawn"),
    };

    private static Decision<SessionEvent> DecideActingChair(Session session, NameActingChair name, Context context) =>
        name.Seat != session.Chair && session.IsAtTheTable(name.Seat)
            ? Accept(new SessionEvent.ActingChairNamed(name.Seat, context.Now))
            : Refuse(new ActingChairUnfit(name.Seat.ToString()));

    private static Decision<SessionEvent> DecidePaper(Session session, BringPaper bring, Context context)
    {
        if (session.Item(bring.Item) is null) return Refuse(new ItemUnknown(bring.Item));

        var agency = context.Actor.Seated!.Value.Agency!.Value;
        var isLate = context.Now >= session.PapersDue;
        if (isLate && !session.Leaves.Any(leave => leave.Agency == agency)) return Refuse(new PaperLate(session.PapersDue));

        return Accept(new SessionEvent.PaperBrought(new(session.Papers.Count + 1, bring.Item, agency, bring.Title, bring.Paragraphs, isLate, context.Now)));
    }
}
