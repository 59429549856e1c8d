using System.Collections.Frozen;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>The charter in force, and every one that was.</summary>
public interface ICharters
{
    /// <summary>What holds now.</summary>
    Charter InForce { get; }

    /// <summary>The charter of a version.</summary>
    /// <exception cref="KeyNotFoundException">No event can have relied on it: it was never in force here.</exception>
    Charter Find(CharterVersion version);
}

/// <summary>The charters that a store keeps: a matter finishes under the one that it began with.</summary>
public sealed class CharterShelf : ICharters
{
    private readonly FrozenDictionary<CharterVersion, Charter> all;

    private CharterShelf(Charter inForce, FrozenDictionary<CharterVersion, Charter> all)
    {
        InForce = inForce;
        this.all = all;
    }

    /// <inheritdoc />
    public Charter InForce { get; }

    /// <summary>Keeps the charter in force and reads every older one.</summary>
    /// <param name="journal">The store.</param>
    /// <param name="inForce">The charter of this start.</param>
    /// <param name="bytes">The file that it was read from.</param>
    /// <param name="read">Reads a charter's file.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task<CharterShelf> Open(
        IJournal journal, Charter inForce, ReadOnlyMemory<byte> bytes, Func<ReadOnlyMemory<byte>, Charter> read, CancellationToken cancellationToken)
    {
        await journal.WriteCharter(inForce.Version, bytes, cancellationToken);
        var stored = await journal.ReadCharters(cancellationToken);
        return new(inForce, stored.ToFrozenDictionary(entry => entry.Key, entry => entry.Key == inForce.Version ? inForce : read(entry.Value)));
    }

    /// <inheritdoc />
    public Charter Find(CharterVersion version) =>
        all.TryGetValue(version, out var charter) ? charter : throw new KeyNotFoundException($"This store keeps no charter '{version}'.");
}
