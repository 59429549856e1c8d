using static Nsdd311.Decision<Nsdd311.Sessions.SessionEvent>;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Sessions;

// Who is there, and what the chair decides.
public sealed partial class SessionDecider
{
    private static Decision<SessionEvent> DecideArrival(Session session, Arrive arrive, Context context) =>
        session.IsPresent(arrive.Seat, arrive.Person)
            ? Refuse(new AlreadyPresent(arrive.Seat.ToString()))
            : Accept(new SessionEvent.Arrived(arrive.Seat, arrive.Person, context.Now));

    /// <summary>Whoever goes may take the quorum along: then the session stands still, and what it has decided stands.</summary>
    private static Decision<SessionEvent> DecideDeparture(SessionState.Known state, Depart depart, Context context)
    {
        if (!state.Session.IsPresent(depart.Seat, depart.Person)) return Refuse(new NotPresent(depart.Seat.ToString()));

        var departed = new SessionEvent.Departed(depart.Seat, depart.Person, context.Now);
        var after = ((SessionState.Known)Evolve(state, departed)).Session;
        return state is SessionState.InSession && QuorumFault(after, context) is { } fault
            ? Accept(departed, new SessionEvent.Suspended(fault.Agencies, context.Now))
            : Accept(departed);
    }

    private static NoQuorum? QuorumFault(Session session, Context context) => Quorum.Lacking(session, context.Charter);

    private static Decision<SessionEvent> DecideConvene(SessionState.AgendaClosed closed, Context context)
    {
        var calendar = context.Charter.Calendar;
        var day = calendar.DayOf(closed.Session.At);
        if (calendar.DayOf(context.Now) < day) return Refuse(new BeforeItsDay(day));

        var (arrived, session) = Seated(closed, context);
        if (QuorumFault(session, context) is { } fault) return Refuse(fault);

        var minutesDue = calendar.After(context.Now, context.Charter.Body(session.Id.Body).Sessions.MinutesDue);
        return Accept([.. arrived, new SessionEvent.Convened(Quorum.Represented(session, context.Charter), minutesDue, context.Now)]);
    }

    private static Decision<SessionEvent> DecideResume(SessionState.Suspended suspended, Context context)
    {
        var (arrived, session) = Seated(suspended, context);
        return QuorumFault(session, context) is { } fault
            ? Refuse(fault)
            : Accept([.. arrived, new SessionEvent.Resumed(Quorum.Represented(session, context.Charter), context.Now)]);
    }

    /// <summary>Whoever convenes is there by doing so.</summary>
    private static (ValueList<SessionEvent> Arrived, Session Session) Seated(SessionState.Known state, Context context)
    {
        var person = (Actor.Person)context.Actor;
        if (state.Session.IsPresent(person.Seat, person.Id)) return ([], state.Session);

        var arrived = new SessionEvent.Arrived(person.Seat, person.Id, context.Now);
        return ([arrived], ((SessionState.Known)Evolve(state, arrived)).Session);
    }

    private static Decision<SessionEvent> DecideRuling(Session session, DecideItem decide, Context context)
    {
        if (NotTheirs(session, decide.Item, context) is { } refusal) return Refuse(refusal);
        if (OfAnotherBody(session, decide.Ruling) is { } foreign) return Refuse(foreign);
        if (decide.Ruling.IsOfMotion != session.Item(decide.Item)!.Subject is AgendaMotion) return Refuse(new RulingOfAnotherSubject(decide.Ruling.IsOfMotion));

        var person = (Actor.Person)context.Actor;
        var by = new DecidedBy(person.Id, person.Seat, Quorum.Represented(session, context.Charter), context.Now);
        return Accept(new SessionEvent.ItemRuled(decide.Item, session.Decisions + 1, decide.Ruling, by));
    }

    private static Decision<SessionEvent> DecideDeferral(Session session, DeferItem defer, Context context) =>
        NotTheirs(session, defer.Item, context) is { } refusal ? Refuse(refusal) : Accept(new SessionEvent.ItemDeferred(defer.Item, defer.Reason, context.Now));

    private static Refusal? NotTheirs(Session session, int item, Context context)
    {
        var person = (Actor.Person)context.Actor;
        return session.IsPresent(person.Seat, person.Id) ? NotOpen(session, item) : new ChairNotPresent(person.Seat.ToString());
    }

    private static RulingOfAnotherBody? OfAnotherBody(Session session, BodyRuling ruling) => (session.Id.Body, ruling) switch
    {
        (Charters.BodyKind.Ig, BodyRuling.Refer) => new("refer"),
        (Charters.BodyKind.Sig, BodyRuling.Forward) => new("forward"),
        _ => null,
    };

    private static Decision<SessionEvent> DecideAdjourn(Session session, Context context) =>
        Accept(new SessionEvent.Adjourned(
            session.Items.Keep(item => item.IsLeft).Select(item => item.Number).ToValueList(), context.Now));
}
