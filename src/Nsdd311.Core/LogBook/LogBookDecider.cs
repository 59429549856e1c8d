using Nsdd311.Settlement;
using static Nsdd311.Decision<Nsdd311.LogBook.LogBookEvent>;

namespace Nsdd311.LogBook;

/// <summary>Numbers are unique and without gaps per year, whichever node asked (1-domain, section 6).</summary>
public sealed class LogBookDecider : IDecider<LogBookState, LogBookCommand, LogBookEvent>
{
    private LogBookDecider() { }

    /// <inheritdoc />
    public static LogBookState Initial { get; } = new(0);

    /// <inheritdoc />
    public static LogBookCommand Wake { get; } = new LogBookCommand.CheckDeadline();

    /// <inheritdoc />
    public static Decision<LogBookEvent> Decide(LogBookState state, LogBookCommand command, Context context) => command switch
    {
        LogBookCommand.Assign when context.Actor is Actor.Person => Refuse(new NotForPersons()),
        LogBookCommand.Assign assign => Accept(new LogBookEvent.Assigned(assign.Matter, new(assign.Year, checked(state.Last + 1)))),
        LogBookCommand.CheckDeadline => Nothing,
        _ => throw new System.Diagnostics.UnreachableException($"{command} reached the log book."),
    };

    /// <inheritdoc />
    public static LogBookState Evolve(LogBookState state, LogBookEvent @event) => @event switch
    {
        LogBookEvent.Assigned assigned => new(assigned.Number.Serial),
        _ => throw new System.Diagnostics.UnreachableException($"{@event} cannot follow {state}."),
    };

    /// <inheritdoc />
    public static DateTimeOffset? NextWake(LogBookState state) => null;

    /// <inheritdoc />
    public static ValueList<Obligation> Owed(LogBookState state) => [];
}
