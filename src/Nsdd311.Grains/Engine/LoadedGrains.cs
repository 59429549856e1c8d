using System.Collections.Concurrent;

namespace Nsdd311.Grains.Engine;

/// <summary>The entities that one silo has in memory.</summary>
public sealed class LoadedGrains
{
    private readonly ConcurrentDictionary<EntityId, HeldEntity> held = [];

    /// <summary>How many there are.</summary>
    public int Count => held.Count;

    internal IEnumerable<HeldEntity> All => held.Values;

    /// <summary>
    /// Throws away everything that is loaded, and fails what is on its way and not yet sent: for a silo that has lost the owner's lock for a
    /// while, so that another kind of owner may have moved its entities. Nobody is told anything wrong; whoever waits asks again.
    /// </summary>
    public void LetGoOfEverything()
    {
        foreach (var entity in held.Values) entity.LetGo();
    }

    /// <summary>Throws away what this silo has of one entity.</summary>
    internal void LetGo(EntityId id) => Find(id)?.LetGo();

    internal HeldEntity? Find(EntityId id) => held.GetValueOrDefault(id);

    internal void Add(HeldEntity entity) => held[entity.Id] = entity;

    internal void Remove(HeldEntity entity) => held.TryRemove(KeyValuePair.Create(entity.Id, entity));
}
