using System.Collections.Frozen;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime;

/// <summary>All kinds of entity that a runtime runs.</summary>
public sealed class VettingModel
{
    private readonly FrozenDictionary<string, EntityKind> kinds;

    /// <summary>A model of these kinds; their names differ.</summary>
    public VettingModel(params IEnumerable<EntityKind> kinds) => this.kinds = kinds.ToFrozenDictionary(kind => kind.Name);

    /// <summary>The kinds, in no order that matters.</summary>
    public IEnumerable<EntityKind> Kinds => kinds.Values;

    /// <summary>Whether the model has a kind of this name.</summary>
    public bool Has(string kind) => kinds.ContainsKey(kind);

    /// <summary>Whether some kind has an event of this stored name.</summary>
    public bool KnowsEvent(string name) => kinds.Values.Any(kind => kind.Events.Knows(name));

    /// <summary>Looks whether every event of the journal is known.</summary>
    /// <exception cref="JournalTooNewException">The journal holds events that this program does not know.</exception>
    public async Task DemandKnown(IJournal journal, CancellationToken cancellationToken)
    {
        foreach (var type in await journal.EventTypes(cancellationToken))
            if (!KnowsEvent(type)) throw JournalTooNewException.OfEvent(type);
    }

    /// <summary>The kind of an entity.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such kind.</exception>
    public EntityKind Of(EntityId entity) =>
        kinds.TryGetValue(entity.Kind, out var kind) ? kind : throw new KeyNotFoundException($"There is no kind of entity '{entity.Kind}'.");
}
