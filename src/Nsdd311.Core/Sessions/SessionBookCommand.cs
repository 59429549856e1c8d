using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Sessions;

/// <summary>What may be asked of a body's book of sessions.</summary>
public abstract record SessionBookCommand
{
    private SessionBookCommand() { }

    /// <summary>The executive secretary schedules the body's next session; the book gives it its number.</summary>
    public sealed record Schedule(BodyKind Body, DateTimeOffset At, MarkedText Place) : SessionBookCommand;

    /// <summary>A matter or a motion is to be taken up at the next session: its suspense has passed, or a session did not reach it.</summary>
    public sealed record TakeUp(BodyKind Body, AgendaSubject Subject) : SessionBookCommand;

    /// <summary>The engine brings the answer to something owed.</summary>
    /// <param name="ObligationId">To what.</param>
    /// <param name="RefusedWith">The code of the refusal; null if the session took it.</param>
    public sealed record RecordAnswer(string ObligationId, string? RefusedWith) : SessionBookCommand;

    /// <summary>The engine's wake; the book has no deadline.</summary>
    public sealed record CheckDeadline : SessionBookCommand;
}
