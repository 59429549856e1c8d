namespace Nsdd311.Sessions;

/// <summary>What may happen to a body's book of sessions. These names are stored; see docs/EVENTS.md before touching one.</summary>
public abstract record SessionBookEvent
{
    private SessionBookEvent() { }

    /// <summary>A session was numbered; its opening is owed to it. What waited for a session goes with it.</summary>
    public sealed record SessionNumbered(SessionId Session, SessionOpening Opening, DateTimeOffset At) : SessionBookEvent;

    /// <summary>The session is open.</summary>
    public sealed record SessionOpened(SessionId Session, string? RefusedWith, DateTimeOffset At) : SessionBookEvent;

    /// <summary>A matter goes on the agenda of the next session, to which it is owed.</summary>
    public sealed record MatterAssigned(int Number, SessionId Session, AgendaSubject Subject, DateTimeOffset At) : SessionBookEvent;

    /// <summary>No session is ahead whose agenda is open: the matter waits for the next that is scheduled.</summary>
    public sealed record MatterKept(AgendaSubject Subject, DateTimeOffset At) : SessionBookEvent;

    /// <summary>The session answered.</summary>
    /// <param name="Number">The assignment's.</param>
    /// <param name="RefusedWith">The code of the refusal; null if the matter stands on the agenda.</param>
    /// <param name="At">When.</param>
    public sealed record AssignmentAnswered(int Number, string? RefusedWith, DateTimeOffset At) : SessionBookEvent;
}
