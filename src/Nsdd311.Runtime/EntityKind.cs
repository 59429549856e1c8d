using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;
using Nsdd311.Settlement;
using Nsdd311.Views;

namespace Nsdd311.Runtime;

/// <summary>What one recorded event leaves in the read model.</summary>
/// <param name="entity">Whose event.</param>
/// <param name="before">The state before it.</param>
/// <param name="event">The event.</param>
/// <param name="after">The state after it.</param>
/// <param name="charter">The charter that it was decided under.</param>
/// <param name="at">When it was decided.</param>
/// <returns>Of an append's events the last matter row counts; alerts and contacts are added in order.</returns>
public delegate ReadRows Projection<in TState, in TEvent>(
    EntityId entity, TState before, TEvent @event, TState after, Charter charter, DateTimeOffset at);

/// <summary>A kind of entity with its rules, as the engine handles it: every type of the domain is an object here and nowhere else.</summary>
public abstract class EntityKind
{
    private protected EntityKind(string name, bool bindsCharter)
    {
        Name = name;
        BindsCharter = bindsCharter;
    }

    /// <summary>The kind's stored name, from <see cref="EntityKinds"/>.</summary>
    public string Name { get; }

    /// <summary>Whether an entity lives for ever under the charter of its first event; otherwise it lives under the one in force.</summary>
    public bool BindsCharter { get; }

    /// <summary>The stored names of its events.</summary>
    public abstract EventNames Events { get; }

    /// <summary>The family of its commands.</summary>
    public abstract Type CommandFamily { get; }

    /// <summary>The family of its states.</summary>
    public abstract Type StateFamily { get; }

    /// <summary>The state before the first event.</summary>
    public abstract object Initial { get; }

    /// <summary>The engine's own command.</summary>
    public abstract object Wake { get; }

    /// <summary>Which fold made a state: changes with every build of the rules or of the JSON, so that a stored state never outlives its code.</summary>
    public abstract string FoldVersion { get; }

    /// <summary>Whether the command belongs to this kind.</summary>
    public abstract bool Takes(object command);

    /// <summary>Decides.</summary>
    public abstract Decision<object> Decide(object state, object command, Context context);

    /// <summary>Applies a fact.</summary>
    public abstract object Evolve(object state, object fact);

    /// <summary>When the engine must come back; null when nothing is due.</summary>
    public abstract DateTimeOffset? NextWake(object state);

    /// <summary>What is owed, oldest first.</summary>
    public abstract ValueList<Obligation> Owed(object state);

    /// <summary>What an event leaves in the read model.</summary>
    public abstract ReadRows Project(EntityId entity, object before, object fact, object after, Charter charter, DateTimeOffset at);

    /// <summary>The state's bytes for a snapshot.</summary>
    public abstract byte[] WriteState(object state);

    /// <summary>The state of a snapshot; a <see cref="JsonException"/> if the bytes are none.</summary>
    public abstract object ReadState(ReadOnlySpan<byte> utf8);

    /// <summary>The bytes of an event as the journal keeps them.</summary>
    public static byte[] WriteEvent(object fact) => JournalJson.Write(fact, fact.GetType());

    /// <summary>An event of the journal.</summary>
    /// <exception cref="JournalTooNewException">This program does not know the type.</exception>
    /// <exception cref="JournalDamagedException">The bytes are not what the type says.</exception>
    public object ReadEvent(string type, ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JournalJson.Read(utf8, Events.TypeOf(type));
        }
        catch (JsonException e)
        {
            throw new JournalDamagedException($"An event '{type}' in the journal cannot be read: {e.Message}", e);
        }
    }
}

/// <summary>A kind of entity made of its decider.</summary>
public sealed class EntityKind<TDecider, TState, TCommand, TEvent> : EntityKind
    where TDecider : IDecider<TState, TCommand, TEvent>
    where TState : notnull
    where TCommand : notnull
    where TEvent : notnull
{
    private readonly Projection<TState, TEvent> project;

    /// <summary>Registers a decider.</summary>
    /// <param name="name">The kind's stored name.</param>
    /// <param name="names">The stored name of every event.</param>
    /// <param name="project">What an event leaves in the read model; null for nothing.</param>
    /// <param name="bindsCharter">Whether the charter of the first event holds for ever.</param>
    public EntityKind(string name, IReadOnlyDictionary<Type, string> names, Projection<TState, TEvent>? project = null, bool bindsCharter = false)
        : base(name, bindsCharter)
    {
        Events = new(typeof(TEvent), names);
        this.project = project ?? ((_, _, _, _, _, _) => ReadRows.None);
    }

    /// <inheritdoc />
    public override EventNames Events { get; }

    /// <inheritdoc />
    public override Type CommandFamily => typeof(TCommand);

    /// <inheritdoc />
    public override Type StateFamily => typeof(TState);

    /// <inheritdoc />
    public override object Initial => TDecider.Initial;

    /// <inheritdoc />
    public override object Wake => TDecider.Wake;

    /// <inheritdoc />
    public override string FoldVersion { get; } = $"{ModuleOf(typeof(TState))}{ModuleOf(typeof(JournalJson))}";

    /// <inheritdoc />
    public override bool Takes(object command) => command is TCommand;

    /// <inheritdoc />
    public override Decision<object> Decide(object state, object command, Context context) =>
        TDecider.Decide((TState)state, (TCommand)command, context) switch
        {
            Decision<TEvent>.Accepted accepted => new Decision<object>.Accepted(accepted.Events.Select(e => (object)e).ToValueList()),
            Decision<TEvent>.Refused refused => Decision<object>.Refuse(refused.Reason),
            _ => throw new InvalidOperationException("A decision is either accepted or refused."),
        };

    /// <inheritdoc />
    public override object Evolve(object state, object fact) => TDecider.Evolve((TState)state, (TEvent)fact);

    /// <inheritdoc />
    public override DateTimeOffset? NextWake(object state) => TDecider.NextWake((TState)state);

    /// <inheritdoc />
    public override ValueList<Obligation> Owed(object state) => TDecider.Owed((TState)state);

    /// <inheritdoc />
    public override ReadRows Project(EntityId entity, object before, object fact, object after, Charter charter, DateTimeOffset at) =>
        project(entity, (TState)before, (TEvent)fact, (TState)after, charter, at);

    /// <inheritdoc />
    public override byte[] WriteState(object state) => JournalJson.Write(state, typeof(TState));

    /// <inheritdoc />
    public override object ReadState(ReadOnlySpan<byte> utf8) => JournalJson.Read(utf8, typeof(TState));

    private static string ModuleOf(Type type) => type.Module.ModuleVersionId.ToString("N");
}
