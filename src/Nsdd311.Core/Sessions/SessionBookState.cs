using Nsdd311.Marking;

namespace Nsdd311.Sessions;

/// <summary>A body's book: its sessions, and the matters that wait for the next one.</summary>
/// <param name="Sessions">Every session ever scheduled, in the order of its scheduling.</param>
/// <param name="Waiting">Matters that wait for the next scheduling, the longest waiting first.</param>
/// <param name="Assignments">Matters that are owed to a session's agenda, oldest first.</param>
/// <param name="Assigned">How many assignments there ever were: the source of their names.</param>
public sealed record SessionBookState(ValueList<BookedSession> Sessions, ValueList<AgendaSubject> Waiting, ValueList<Assignment> Assignments, int Assigned)
{
    /// <summary>The last number given in the year; 0 before the first.</summary>
    public int LastOf(int year) => Sessions.Where(booked => booked.Id.Year == year).Select(booked => booked.Id.Number).DefaultIfEmpty(0).Max();

    /// <summary>The first session whose agenda is open at the instant and that lies after the given one; null if none is ahead.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="after">Only sessions that begin later than this instant; null for any.</param>
    public BookedSession? Next(DateTimeOffset now, DateTimeOffset? after) =>
        Sessions.Where(booked => booked.AgendaCloses > now && (after is null || booked.At > after)).MinBy(booked => booked.At);
}

/// <summary>A session in the book.</summary>
/// <param name="Id">Body, year, number.</param>
/// <param name="At">When it is to begin.</param>
/// <param name="AgendaCloses">When its agenda closes.</param>
/// <param name="Owed">What it is owed to begin with; null once it is open.</param>
public sealed record BookedSession(SessionId Id, DateTimeOffset At, DateTimeOffset AgendaCloses, SessionOpening? Owed);

/// <summary>What a session begins with.</summary>
/// <param name="At">When it is to begin.</param>
/// <param name="Place">Where.</param>
/// <param name="PapersDue">When its papers are due.</param>
/// <param name="AgendaCloses">When its agenda closes.</param>
/// <param name="Subjects">What waited for it.</param>
public sealed record SessionOpening(DateTimeOffset At, MarkedText Place, DateTimeOffset PapersDue, DateTimeOffset AgendaCloses, ValueList<AgendaSubject> Subjects);

/// <summary>A matter on its way to an agenda.</summary>
public sealed record Assignment(int Number, SessionId Session, AgendaSubject Subject);
