using Nsdd311.Runtime;

namespace Nsdd311.Grains;

/// <summary>What silos last told a gateway of each entity: they then tell only what came since, and for a moment it passes for the entity's state.</summary>
/// <remarks>
/// A durable version never changes, so what is kept for telling less can be old and not wrong. It is forgotten by use: what nobody was told of while so many
/// others came is gone.
/// </remarks>
/// <param name="waiting">The clock by which it ages.</param>
/// <param name="age">For how long it passes for the state.</param>
/// <param name="most">How many entities are kept.</param>
internal sealed class LastTold(TimeProvider waiting, TimeSpan age, int most)
{
    private readonly Lock gate = new();
    private Dictionary<EntityId, Told> young = [];
    private Dictionary<EntityId, Told> old = [];

    /// <summary>How many entities are kept.</summary>
    public int Count
    {
        get
        {
            lock (gate) return young.Count + old.Count(one => !young.ContainsKey(one.Key));
        }
    }

    /// <summary>What was told last; null if nothing is kept.</summary>
    public EntityRecord? Find(EntityId entity)
    {
        lock (gate) return FindInTurn(entity)?.Record;
    }

    /// <summary>What was told last if it was the newest a moment ago; null otherwise.</summary>
    public EntityRecord? Fresh(EntityId entity)
    {
        lock (gate) return FindInTurn(entity) is { } told && waiting.GetElapsedTime(told.At) <= age ? told.Record : null;
    }

    /// <summary>Keeps what was the newest version at an instant or after it.</summary>
    public void Keep(EntityRecord record, long at)
    {
        lock (gate)
        {
            // Answers overtake each other.
            if (FindInTurn(record.Entity) is { } told && told.Record.Version > record.Version) return;
            if (young.Count >= most / 2 && !young.ContainsKey(record.Entity)) (young, old) = ([], young);

            young[record.Entity] = new(record, at);
        }
    }

    private Told? FindInTurn(EntityId entity) => young.GetValueOrDefault(entity) ?? old.GetValueOrDefault(entity);

    private sealed record Told(EntityRecord Record, long At);
}
