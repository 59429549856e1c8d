using System.Diagnostics;
using Nsdd311.Settlement;
using static Nsdd311.Decision<Nsdd311.Sessions.SessionEvent>;
using static Nsdd311.Sessions.SessionCommand;
using static Nsdd311.Sessions.SessionState;

namespace Nsdd311.Sessions;

/// <summary>A session of either body, one line per state and command (1-domain, section 4; 8-charter, section 2).</summary>
public sealed partial class SessionDecider : IDecider<SessionState, SessionCommand, SessionEvent>
{
    private SessionDecider() { }

    /// <inheritdoc />
    public static SessionState Initial { get; } = new Absent();

    /// <inheritdoc />
    public static SessionCommand Wake { get; } = new CheckDeadline();

    /// <inheritdoc />
    public static ValueList<Obligation> Owed(SessionState state) =>
        state is Known { Session: var session } ? session.Items.SelectMany(item => Owed(session.Id, item)).ToValueList() : [];

    /// <inheritdoc />
    public static Decision<SessionEvent> Decide(SessionState state, SessionCommand command, Context context) =>
        state is Known { Session: var session } && SessionEntitlement.Missing(session, command, context.Actor) is { } refusal
            ? Refuse(refusal)
            : state switch
            {
                Absent => OfNothing(command, context),
                Scheduled scheduled => OfScheduled(scheduled, command, context),
                SessionState.AgendaClosed closed => OfClosed(closed, command, context),
                InSession sitting => OfSitting(sitting, command, context),
                SessionState.Suspended suspended => OfSuspended(suspended, command, context),
                SessionState.Adjourned adjourned => OfAdjourned(adjourned, command, context),
                Circulated circulated => OfCirculated(circulated, command, context),
                Approved approved => OfApproved(approved, command, context),
                SessionState.CalledOff off => OfCalledOff(off, command, context),
                _ => throw new UnreachableException($"{command} reached {state}."),
            };

    private static Decision<SessionEvent> OfNothing(SessionCommand command, Context context) => command switch
    {
        Open when context.Actor is not Actor.Entity => Refuse(new NotEntitled("opening a session", ["the engine"])),
        Open open => Accept(new SessionEvent.Scheduled(open.Id, open.At, open.Place, open.PapersDue, open.AgendaCloses, open.Subjects, context.Now)),
        RecordAnswer or CheckDeadline => Nothing,
        _ => Refuse(new SessionAbsent()),
    };

    private static Decision<SessionEvent> OfScheduled(Scheduled scheduled, SessionCommand command, Context context) => command switch
    {
        Open => Refuse(new SessionExists()),
        PutOnAgenda put => DecidePut(scheduled.Session, put, context),
        WithdrawItem withdraw => DecideWithdraw(scheduled.Session, withdraw, context),
        EndMatter end => DecideEnded(scheduled.Session, end, context),
        CallOff off => Accept(new SessionEvent.CalledOff(off.Reason, context.Now)),
        NameActingChair name => DecideActingChair(scheduled.Session, name, context),
        GiveLeave leave => Accept(new SessionEvent.LeaveGiven(new(leave.Agency, leave.Reason), context.Now)),
        BringPaper paper => DecidePaper(scheduled.Session, paper, context),
        Convene or Arrive or Depart => Refuse(new AgendaOpen(scheduled.Session.AgendaCloses)),
        DecideItem or DeferItem or Adjourn => Refuse(new SessionNotConvened()),
        CirculateMinutes or ObjectToMinutes or ApproveMinutes => Refuse(new SessionNotAdjourned()),
        RecordAnswer answer => Settle(scheduled, answer, context),
        CheckDeadline => Deadlines(scheduled, context),
        _ => throw new UnreachableException($"{command} reached a scheduled session."),
    };

    private static Decision<SessionEvent> OfClosed(SessionState.AgendaClosed closed, SessionCommand command, Context context) => command switch
    {
        Open => Refuse(new SessionExists()),
        PutOnAgenda put => Refuse(AgendaClosedFor(closed.Session, put)),
        WithdrawItem withdraw => DecideWithdraw(closed.Session, withdraw, context),
        EndMatter end => DecideEnded(closed.Session, end, context),
        CallOff off => Accept(new SessionEvent.CalledOff(off.Reason, context.Now)),
        NameActingChair name => DecideActingChair(closed.Session, name, context),
        GiveLeave leave => Accept(new SessionEvent.LeaveGiven(new(leave.Agency, leave.Reason), context.Now)),
        BringPaper paper => DecidePaper(closed.Session, paper, context),
        Arrive arrive => DecideArrival(closed.Session, arrive, context),
        Depart depart => DecideDeparture(closed, depart, context),
        Convene => DecideConvene(closed, context),
        DecideItem or DeferItem or Adjourn => Refuse(new SessionNotConvened()),
        CirculateMinutes or ObjectToMinutes or ApproveMinutes => Refuse(new SessionNotAdjourned()),
        RecordAnswer answer => Settle(closed, answer, context),
        CheckDeadline => Deadlines(closed, context),
        _ => throw new UnreachableException($"{command} reached a session whose agenda is closed."),
    };

    private static Decision<SessionEvent> OfSitting(InSession sitting, SessionCommand command, Context context) => command switch
    {
        Open => Refuse(new SessionExists()),
        PutOnAgenda put => Refuse(AgendaClosedFor(sitting.Session, put)),
        WithdrawItem withdraw => DecideWithdraw(sitting.Session, withdraw, context),
        EndMatter end => DecideEnded(sitting.Session, end, context),
        CallOff or Convene => Refuse(new SessionConvened()),
        NameActingChair name => DecideActingChair(sitting.Session, name, context),
        GiveLeave leave => Accept(new SessionEvent.LeaveGiven(new(leave.Agency, leave.Reason), context.Now)),
        BringPaper paper => DecidePaper(sitting.Session, paper, context),
        Arrive arrive => DecideArrival(sitting.Session, arrive, context),
        Depart depart => DecideDeparture(sitting, depart, context),
        DecideItem decide => DecideRuling(sitting.Session, decide, context),
        DeferItem defer => DecideDeferral(sitting.Session, defer, context),
        Adjourn => DecideAdjourn(sitting.Session, context),
        CirculateMinutes or ObjectToMinutes or ApproveMinutes => Refuse(new SessionNotAdjourned()),
        RecordAnswer answer => Settle(sitting, answer, context),
        CheckDeadline => Deadlines(sitting, context),
        _ => throw new UnreachableException($"{command} reached a session that sits."),
    };

    private static Decision<SessionEvent> OfSuspended(SessionState.Suspended suspended, SessionCommand command, Context context) => command switch
    {
        Open => Refuse(new SessionExists()),
        PutOnAgenda put => Refuse(AgendaClosedFor(suspended.Session, put)),
        WithdrawItem withdraw => DecideWithdraw(suspended.Session, withdraw, context),
        EndMatter end => DecideEnded(suspended.Session, end, context),
        CallOff => Refuse(new SessionConvened()),
        NameActingChair name => DecideActingChair(suspended.Session, name, context),
        GiveLeave leave => Accept(new SessionEvent.LeaveGiven(new(leave.Agency, leave.Reason), context.Now)),
        BringPaper paper => DecidePaper(suspended.Session, paper, context),
        Arrive arrive => DecideArrival(suspended.Session, arrive, context),
        Depart depart => DecideDeparture(suspended, depart, context),
        Convene => DecideResume(suspended, context),
        DecideItem or DeferItem => Refuse(QuorumFault(suspended.Session, context) ?? (Refusal)new SessionIsSuspended()),
        Adjourn => DecideAdjourn(suspended.Session, context),
        CirculateMinutes or ObjectToMinutes or ApproveMinutes => Refuse(new SessionNotAdjourned()),
        RecordAnswer answer => Settle(suspended, answer, context),
        CheckDeadline => Deadlines(suspended, context),
        _ => throw new UnreachableException($"{command} reached a suspended session."),
    };

    private static Decision<SessionEvent> OfAdjourned(SessionState.Adjourned adjourned, SessionCommand command, Context context) => command switch
    {
        Open => Refuse(new SessionExists()),
        PutOnAgenda or WithdrawItem or CallOff or NameActingChair or GiveLeave or BringPaper or Arrive or Depart or Convene or DecideItem or DeferItem or Adjourn
            => Refuse(new SessionAdjourned()),
        CirculateMinutes circulate => DecideCirculate(adjourned, 1, circulate, context),
        ObjectToMinutes or ApproveMinutes => Refuse(new MinutesNotCirculated()),
        EndMatter => Nothing,
        RecordAnswer answer => Settle(adjourned, answer, context),
        CheckDeadline => Deadlines(adjourned, context),
        _ => throw new UnreachableException($"{command} reached an adjourned session."),
    };

    private static Decision<SessionEvent> OfCirculated(Circulated circulated, SessionCommand command, Context context) => command switch
    {
        Open => Refuse(new SessionExists()),
        PutOnAgenda or WithdrawItem or CallOff or NameActingChair or GiveLeave or BringPaper or Arrive or Depart or Convene or DecideItem or DeferItem or Adjourn
            => Refuse(new SessionAdjourned()),
        CirculateMinutes when circulated.Minutes.Objections.Count == 0 => Refuse(new MinutesAlreadyCirculated()),
        CirculateMinutes circulate => DecideCirculate(circulated, circulated.Minutes.Version + 1, circulate, context),
        ObjectToMinutes objection => DecideObjection(objection, context),
        ApproveMinutes approve => DecideApprove(circulated, approve, context),
        EndMatter => Nothing,
        RecordAnswer answer => Settle(circulated, answer, context),
        CheckDeadline => Deadlines(circulated, context),
        _ => throw new UnreachableException($"{command} reached a session whose minutes are circulated."),
    };

    private static Decision<SessionEvent> OfApproved(Approved approved, SessionCommand command, Context context) => command switch
    {
        Open => Refuse(new SessionExists()),
        PutOnAgenda or WithdrawItem or CallOff or NameActingChair or GiveLeave or BringPaper or Arrive or Depart or Convene or DecideItem or DeferItem or Adjourn
            => Refuse(new SessionAdjourned()),
        CirculateMinutes or ObjectToMinutes or ApproveMinutes => Refuse(new MinutesAreApproved()),
        EndMatter => Nothing,
        RecordAnswer answer => Settle(approved, answer, context),
        CheckDeadline => Nothing,
        _ => throw new UnreachableException($"{command} reached a session whose minutes are approved."),
    };

    private static Decision<SessionEvent> OfCalledOff(SessionState.CalledOff off, SessionCommand command, Context context) => command switch
    {
        EndMatter => Nothing,
        RecordAnswer answer => Settle(off, answer, context),
        CheckDeadline => Nothing,
        _ => Refuse(new SessionCalledOff()),
    };
}
