using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>The commands that an entity has accepted, newest at hand. What is not here may still be in the journal, unless <see cref="Complete"/>.</summary>
internal sealed class KnownCommands(int limit)
{
    private readonly Dictionary<CommandId, KnownCommand> known = [];
    private readonly Queue<CommandId> order = [];

    /// <summary>Whether every command that the entity ever accepted is here.</summary>
    public bool Complete { get; private set; } = true;

    public KnownCommand? Find(CommandId id) => known.GetValueOrDefault(id);

    /// <summary>The entity was loaded from a snapshot: older commands are in the journal only.</summary>
    public void MayMiss() => Complete = false;

    /// <param name="id">The command.</param>
    /// <param name="command">What came of it.</param>
    /// <param name="durable">The entity's durable version: what is not yet durable is never forgotten.</param>
    public void Remember(CommandId id, KnownCommand command, long durable)
    {
        if (known.TryAdd(id, command)) order.Enqueue(id);
        else known[id] = command;

        while (known.Count > limit && order.TryPeek(out var oldest) && known[oldest].Version <= durable)
        {
            known.Remove(order.Dequeue());
            Complete = false;
        }
    }
}

/// <summary>A command that was accepted.</summary>
/// <param name="Digest">Of its body.</param>
/// <param name="Version">The entity's version right after its last event.</param>
internal sealed record KnownCommand(string Digest, long Version)
{
    public static KnownCommand Of(JournalRow last) => new(last.Digest, last.Sequence);
}
