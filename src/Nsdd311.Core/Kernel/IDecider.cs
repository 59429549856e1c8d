using Nsdd311.Settlement;

namespace Nsdd311;

/// <summary>The rules of one kind of entity, as pure functions. It knows no clock, database, actor system, HTTP or serialization.</summary>
/// <typeparam name="TState">A closed family, or one record: what this stage of the entity's life knows.</typeparam>
/// <typeparam name="TCommand">What may be asked.</typeparam>
/// <typeparam name="TEvent">What may be recorded.</typeparam>
public interface IDecider<TState, TCommand, TEvent>
{
    /// <summary>The state before the first event.</summary>
    static abstract TState Initial { get; }

    /// <summary>Decides. Never throws for a rule; a wake that comes early, late or twice is harmless.</summary>
    static abstract Decision<TEvent> Decide(TState state, TCommand command, Context context);

    /// <summary>Applies a recorded fact. Never throws on a fact that <see cref="Decide"/> produced in this state.</summary>
    static abstract TState Evolve(TState state, TEvent @event);

    /// <summary>The command that the engine sends when <see cref="NextWake"/> has come.</summary>
    static abstract TCommand Wake { get; }

    /// <summary>When the engine must come back with <see cref="Wake"/>; null when nothing is due.</summary>
    static abstract DateTimeOffset? NextWake(TState state);

    /// <summary>What other entities are still owed, oldest first; derived from state, never emitted.</summary>
    static abstract ValueList<Obligation> Owed(TState state);
}
