using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>The commands that an entity has accepted, newest at hand. What is not here may still be in the journal, unless <see cref="Complete"/>.</summary>
/// <remarks>A list and no dictionary: most entities know a dozen, and there are many entities.</remarks>
internal sealed class KnownCommands(int limit)
{
    private readonly List<KnownCommand> known = [];
    private int forgotten;

    /// <summary>Whether every command that the entity ever accepted is here.</summary>
    public bool Complete { get; private set; } = true;

    /// <summary>What came of a command; null if it is not here.</summary>
    public KnownCommand? Find(CommandId id) => PlaceOf(id) is var place and >= 0 ? known[place] : null;

    /// <summary>The entity was loaded from a snapshot: older commands are in the journal only.</summary>
    public void MayMiss() => Complete = false;

    /// <summary>One more was accepted, or one more of its events is known.</summary>
    /// <param name="command">What came of it.</param>
    /// <param name="durable">The entity's durable version: what is not yet durable is never forgotten.</param>
    public void Remember(KnownCommand command, long durable)
    {
        if (PlaceOf(command.Id) is var place and >= 0) known[place] = command;
        else known.Add(command.Beside(known.Count > 0 ? known[^1] : command));

        while (known.Count - forgotten > limit && known[forgotten].Version <= durable) Forget();
    }

    private void Forget()
    {
        Complete = false;
        if (++forgotten < limit) return;

        known.RemoveRange(0, forgotten);
        forgotten = 0;
    }

    // Who repeats a command does so soon.
    private int PlaceOf(CommandId id)
    {
        for (var i = known.Count - 1; i >= forgotten; i--)
            if (known[i].Id == id) return i;

        return -1;
    }
}

/// <summary>A command that was accepted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Digest">Of its body.</param>
/// <param name="Version">The entity's version right after its last event.</param>
internal readonly record struct KnownCommand(CommandId Id, string Digest, long Version)
{
    public static KnownCommand Of(JournalRow last) => new(last.Command, last.Digest, last.Sequence);

    /// <summary>The same with the other's text of an equal digest: positions are often alike.</summary>
    public KnownCommand Beside(KnownCommand other) => Digest == other.Digest ? this with { Digest = other.Digest } : this;
}
