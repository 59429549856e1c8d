using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Simulation.Invariants;

/// <summary>One row of the journal with what it did, folded by the witness and not by the runtime.</summary>
internal sealed record Fact(EntityId Entity, JournalRow Row, object Before, object Event, object After);

/// <summary>Something that always holds.</summary>
internal abstract class Invariant
{
    /// <summary>Looks at a fact right after its commit; says what is broken by it.</summary>
    public abstract IEnumerable<string> See(Fact fact, Witness witness);

    /// <summary>Looks at everything once all deadlines were noticed; says what is broken.</summary>
    /// <param name="witness">All that is durable.</param>
    /// <param name="now">The time by the clock of the process.</param>
    public virtual IEnumerable<string> AtRest(Witness witness, DateTimeOffset now) => [];
}

/// <summary>An entity as the journal has it.</summary>
internal sealed class Chain(EntityId entity, EntityKind kind)
{
    private readonly List<object> states = [kind.Initial];

    public EntityId Entity => entity;

    public EntityKind Kind => kind;

    public List<JournalRow> Rows { get; } = [];

    public long Version => Rows.Count;

    public object State => states[^1];

    public JournalRow? Last => Rows.Count == 0 ? null : Rows[^1];

    public object StateAt(long version) => states[(int)version];

    public Fact Add(JournalRow row)
    {
        var (before, @event) = (State, kind.ReadEvent(row.Type, row.Payload.Span));
        states.Add(kind.Evolve(before, @event));
        Rows.Add(row);
        return new(entity, row, before, @event, State);
    }
}
