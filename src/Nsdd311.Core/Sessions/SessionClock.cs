using System.Diagnostics;
using static Nsdd311.Decision<Nsdd311.Sessions.SessionEvent>;
using static Nsdd311.Sessions.SessionState;

namespace Nsdd311.Sessions;

// What the clock does with a session (8-charter, section 2): papers fall due, the agenda closes, minutes are overdue or approved by silence.
public sealed partial class SessionDecider
{
    /// <inheritdoc />
    public static DateTimeOffset? NextWake(SessionState state) => state switch
    {
        Scheduled { Session: { PapersFellDue: false } session } => session.PapersDue,
        Scheduled { Session: var session } => session.AgendaCloses,
        InSession { Sitting: var sitting } => sitting.MinutesDue,
        SessionState.Suspended { Sitting: var sitting } => sitting.MinutesDue,
        Circulated { Minutes: var minutes } => minutes.ApproveAt,
        SessionState.Adjourned { Sitting: var sitting } => sitting.MinutesDue,
        _ => null,
    };

    private static Decision<SessionEvent> Deadlines(SessionState state, Context context)
    {
        List<SessionEvent> steps = [];
        while (NextWake(state) is { } due && due <= context.Now)
        {
            var step = Step(state, due, context.Now);
            steps.Add(step);
            state = Evolve(state, step);
        }

        return steps.Count == 0 ? Nothing : new Decision<SessionEvent>.Accepted(steps.ToValueList());
    }

    private static SessionEvent Step(SessionState state, DateTimeOffset due, DateTimeOffset now) => state switch
    {
        Scheduled { Session.PapersFellDue: false } => new SessionEvent.PapersFellDue(due, now),
        Scheduled => new SessionEvent.AgendaClosed(due, now),
        InSession or SessionState.Suspended or SessionState.Adjourned => new SessionEvent.MinutesOverdue(due, now),
        Circulated => new SessionEvent.MinutesApproved(null, due, now),
        _ => throw new UnreachableException($"Nothing is due in {state}."),
    };
}
