using System.Diagnostics;
using Nsdd311.Calendar;
using Nsdd311.Settlement;
using static Nsdd311.Decision<Nsdd311.Sessions.SessionBookEvent>;
using static Nsdd311.Sessions.SessionBookCommand;
using static Nsdd311.Sessions.SessionBookEvent;

namespace Nsdd311.Sessions;

/// <summary>
/// Sessions are numbered per year and body without gaps, whichever node asked; a matter whose time has come goes on the agenda of the next one by itself
/// (8-charter, section 2). One entity does both, because to know which session is next is to know which were scheduled.
/// </summary>
public sealed class SessionBookDecider : IDecider<SessionBookState, SessionBookCommand, SessionBookEvent>
{
    private SessionBookDecider() { }

    /// <inheritdoc />
    public static SessionBookState Initial { get; } = new([], [], [], 0);

    /// <inheritdoc />
    public static SessionBookCommand Wake { get; } = new CheckDeadline();

    /// <inheritdoc />
    public static Decision<SessionBookEvent> Decide(SessionBookState state, SessionBookCommand command, Context context) => command switch
    {
        Schedule when context.Actor.Seated is not { Kind: SeatKind.ExecutiveSecretary } => Refuse(new NotEntitled("scheduling a session", ["executive-secretary"])),
        Schedule schedule => DecideSchedule(state, schedule, context),
        TakeUp or RecordAnswer when context.Actor is Actor.Person => Refuse(new NotEntitled("keeping the queue of a body", ["the engine"])),
        TakeUp take => IsInHand(state, take.Subject) ? Nothing : Accept(Sent(state, take.Subject, null, context)),
        RecordAnswer answer => Settle(state, answer, context),
        CheckDeadline => Nothing,
        _ => throw new UnreachableException($"{command} reached a book of sessions."),
    };

    /// <inheritdoc />
    public static SessionBookState Evolve(SessionBookState state, SessionBookEvent @event) => @event switch
    {
        SessionNumbered e => state with { Sessions = state.Sessions.Add(new(e.Session, e.Opening.At, e.Opening.AgendaCloses, e.Opening)), Waiting = [] },
        SessionOpened e => state with { Sessions = state.Sessions.Change(booked => booked.Id == e.Session, booked => booked with { Owed = null }) },
        MatterAssigned e => state with { Assignments = state.Assignments.Add(new(e.Number, e.Session, e.Subject)), Assigned = e.Number },
        MatterKept e => state with { Waiting = state.Waiting.Add(e.Subject) },
        AssignmentAnswered e => state with { Assignments = state.Assignments.Keep(assignment => assignment.Number != e.Number) },
        _ => throw new UnreachableException($"{@event} cannot follow {state}."),
    };

    /// <inheritdoc />
    public static DateTimeOffset? NextWake(SessionBookState state) => null;

    /// <inheritdoc />
    public static ValueList<Obligation> Owed(SessionBookState state) =>
    [
        .. state.Sessions.Where(booked => booked.Owed is not null).Select(booked => new OpenSession($"open-{booked.Id}", booked.Id, booked.Owed!)),
        .. state.Assignments.Select(assignment => new PutOnAgendaOf($"put-{assignment.Number}", assignment.Session, assignment.Subject)),
    ];

    private static Decision<SessionBookEvent> DecideSchedule(SessionBookState state, Schedule schedule, Context context)
    {
        var (calendar, rule) = (context.Charter.Calendar, context.Charter.Body(schedule.Body).Sessions);
        var day = calendar.DayOf(schedule.At);
        if (!calendar.IsWorkingDay(day)) return Refuse(new NoWorkingDay(day));

        var closes = calendar.Before(schedule.At, new WorkingSpan.Days(rule.AgendaCloses));
        if (closes <= context.Now) return Refuse(new SessionTooSoon(closes));

        var papersDue = calendar.Before(schedule.At, new WorkingSpan.Days(rule.PapersDue));
        var id = new SessionId(schedule.Body, day.Year, state.LastOf(day.Year) + 1);
        return Accept(new SessionNumbered(id, new(calendar.InPlace(schedule.At), schedule.Place, papersDue, closes, state.Waiting), context.Now));
    }

    private static bool IsInHand(SessionBookState state, AgendaSubject subject) =>
        state.Waiting.Any(subject.IsSameAs) || state.Assignments.Any(assignment => subject.IsSameAs(assignment.Subject))
        || state.Sessions.Any(booked => booked.Owed is { } opening && opening.Subjects.Any(subject.IsSameAs));

    private static SessionBookEvent Sent(SessionBookState state, AgendaSubject subject, DateTimeOffset? after, Context context) =>
        state.Next(context.Now, after) is { } next
            ? new MatterAssigned(state.Assigned + 1, next.Id, subject, context.Now)
            : new MatterKept(subject, context.Now);

    /// <summary>What a session would not take goes to one after it; what stands on its agenda already is where it belongs.</summary>
    private static Decision<SessionBookEvent> Settle(SessionBookState state, RecordAnswer answer, Context context)
    {
        if (state.Sessions.FirstOrDefault(booked => booked.Owed is not null && $"open-{booked.Id}" == answer.ObligationId) is { } opened)
            return Accept(new SessionOpened(opened.Id, answer.RefusedWith, context.Now));
        if (state.Assignments.FirstOrDefault(assignment => $"put-{assignment.Number}" == answer.ObligationId) is not { } assignment) return Nothing;

        var answered = new AssignmentAnswered(assignment.Number, answer.RefusedWith, context.Now);
        if (answer.RefusedWith is null or "session.already-on-agenda") return Accept(answered);

        var after = state.Sessions.First(booked => booked.Id == assignment.Session).At;
        return Accept(answered, Sent(state, assignment.Subject, after, context));
    }
}
