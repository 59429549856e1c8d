using System.Diagnostics;
using static Nsdd311.Sessions.SessionState;
using static Nsdd311.Sessions.SessionEvent;

namespace Nsdd311.Sessions;

// How facts change the state of a session.
public sealed partial class SessionDecider
{
    /// <inheritdoc />
    public static SessionState Evolve(SessionState state, SessionEvent @event) => (state, @event) switch
    {
        (Absent, SessionEvent.Scheduled e) => new SessionState.Scheduled(Opened(e)),
        (SessionState.Scheduled s, SessionEvent.AgendaClosed) => new SessionState.AgendaClosed(s.Session),
        (Known s, SessionEvent.CalledOff e) => new SessionState.CalledOff(Returning(s.Session, item => item.IsLeft), e.Reason),
        (SessionState.AgendaClosed s, Convened e) => new InSession(s.Session, new(e.At, e.MinutesDue)),
        (InSession s, SessionEvent.Suspended) => new SessionState.Suspended(s.Session, s.Sitting),
        (SessionState.Suspended s, Resumed) => new InSession(s.Session, s.Sitting),
        (InSession s, SessionEvent.Adjourned e) => Closed(s.Session, s.Sitting, e),
        (SessionState.Suspended s, SessionEvent.Adjourned e) => Closed(s.Session, s.Sitting, e),
        (InSession s, MinutesOverdue) => s with { Sitting = s.Sitting with { MinutesDue = null } },
        (SessionState.Suspended s, MinutesOverdue) => s with { Sitting = s.Sitting with { MinutesDue = null } },
        (SessionState.Adjourned s, MinutesOverdue) => s with { Sitting = s.Sitting with { MinutesDue = null } },
        (Over s, MinutesCirculated e) => new Circulated(s.Session, s.Sitting, s.AdjournedAt, new(e.Version, e.Paragraphs, e.At, e.ApproveAt, [])),
        (Circulated s, MinutesObjected e) => s with { Minutes = s.Minutes with { ApproveAt = null, Objections = s.Minutes.Objections.Add(e.Objection) } },
        (Circulated s, MinutesApproved e) => new Approved(s.Session, s.Sitting, s.AdjournedAt, s.Minutes with { ApproveAt = null }, e.In, e.Due),
        (Known s, _) => With(s, Evolve(s.Session, @event, s is Over)),
        _ => throw new UnreachableException($"{@event} cannot follow {state}."),
    };

    private static Session Evolve(Session session, SessionEvent @event, bool isOver) => @event switch
    {
        ItemAdded e => session with { Items = session.Items.Add(AgendaItem.New(e.Item, e.Subject)) },
        ItemWithdrawn e => session.WithItem(e.Item, item => item with { Status = new ItemStatus.Withdrawn(e.Reason) }),
        ItemDeferred e => session.WithItem(e.Item, item => item with { Status = new ItemStatus.Deferred(e.Reason) }),
        ItemRuled e => session.WithItem(e.Item, item => item with { Status = new ItemStatus.Asked(e.Decision, e.Ruling, e.By) }) with { Decisions = e.Decision },
        ItemDecided e => session.WithItem(e.Item, item => item with { Status = Decided(item, e.Positions) }),
        ItemRefused e => session.WithItem(e.Item, item => Refused(item, e, isOver)),
        MatterTold e => session.WithItem(e.Item, item => item with { Notice = Errand.Done }),
        ItemReturned e => session.WithItem(e.Item, item => item with { Return = Errand.Done }),
        ActingChairNamed e => session with { ActingChair = e.Seat },
        LeaveGiven e => session with { Leaves = session.Leaves.Add(e.Leave) },
        PaperBrought e => session with { Papers = session.Papers.Add(e.Paper), Leaves = e.Paper.IsLate ? WithoutOne(session.Leaves, e.Paper.Agency) : session.Leaves },
        SessionEvent.PapersFellDue => session with { PapersFellDue = true },
        Arrived e => session with { Attendance = session.Attendance.Add(new(e.Seat, e.Person, e.At, null)) },
        Departed e => session with
        {
            Attendance = session.Attendance.Change(one => one.Seat == e.Seat && one.Person == e.Person && one.LeftAt is null, one => one with { LeftAt = e.At }),
        },
        _ => throw new UnreachableException($"{@event} changes no session."),
    };

    private static SessionState With(Known state, Session session) => state switch
    {
        SessionState.Scheduled s => s with { Session = session },
        SessionState.AgendaClosed s => s with { Session = session },
        InSession s => s with { Session = session },
        SessionState.Suspended s => s with { Session = session },
        SessionState.Adjourned s => s with { Session = session },
        Circulated s => s with { Session = session },
        Approved s => s with { Session = session },
        SessionState.CalledOff s => s with { Session = session },
        _ => throw new UnreachableException($"{state} holds no session."),
    };

    private static Session Opened(SessionEvent.Scheduled e) => new(
        e.Id, e.At, e.Place, e.PapersDue, e.AgendaCloses, false, e.Subjects.Select((subject, i) => AgendaItem.New(i + 1, subject)).ToValueList(),
        [], [], null, [], 0);

    private static SessionState.Adjourned Closed(Session session, Sitting sitting, SessionEvent.Adjourned e) =>
        new(Returning(session, item => e.Returning.Contains(item.Number)), sitting, e.At);

    private static Session Returning(Session session, Func<AgendaItem, bool> which) =>
        session with { Items = session.Items.Change(which, item => item with { Return = Errand.Owed }) };

    private static ItemStatus.Decided Decided(AgendaItem item, ValueList<VoicedPosition> positions)
    {
        var asked = (ItemStatus.Asked)item.Status;
        return new(asked.Ruling, asked.By, positions);
    }

    /// <summary>Whatever is refused after the session goes the way of what it did not reach.</summary>
    private static AgendaItem Refused(AgendaItem item, ItemRefused e, bool isOver)
    {
        var refused = item with { Status = new ItemStatus.Open(new MatterRefusal(((ItemStatus.Asked)item.Status).Decision, e.Code, e.Because)) };
        return isOver && refused.IsLeft ? refused with { Return = Errand.Owed } : refused;
    }

    private static ValueList<LateLeave> WithoutOne(ValueList<LateLeave> leaves, AgencyId agency)
    {
        var used = leaves.First(leave => leave.Agency == agency);
        var rest = leaves.ToList();
        rest.Remove(used);
        return rest.ToValueList();
    }
}
