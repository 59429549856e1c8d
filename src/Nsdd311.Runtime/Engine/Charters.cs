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

    /// <summary>Sees to it that a version that an entity names can be found: another process of the deployment may have begun under a charter that came later than this one's start.</summary>
    /// <exception cref="RuntimeUnavailableException">The store does not answer.</exception>
    ValueTask Know(CharterVersion version, CancellationToken cancellationToken) => default;
}

/// <summary>The charters that a store keeps: a matter finishes under the one that it began with.</summary>
public sealed class CharterShelf : ICharters
{
    private readonly IJournal journal;
    private readonly Func<ReadOnlyMemory<byte>, Charter> read;
    private volatile FrozenDictionary<CharterVersion, Charter> all;

    private CharterShelf(IJournal journal, Charter inForce, Func<ReadOnlyMemory<byte>, Charter> read)
    {
        (this.journal, this.read, InForce) = (journal, read, inForce);
        all = FrozenDictionary.Create(null, KeyValuePair.Create(inForce.Version, inForce));
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
        var shelf = new CharterShelf(journal, inForce, read);
        await shelf.Read(cancellationToken);
        return shelf;
    }

    /// <inheritdoc />
    public Charter Find(CharterVersion version) =>
        all.TryGetValue(version, out var charter) ? charter : throw new KeyNotFoundException($"This store keeps no charter '{version}'.");

    /// <inheritdoc />
    public ValueTask Know(CharterVersion version, CancellationToken cancellationToken) => all.ContainsKey(version) ? default : new(Read(cancellationToken));

    private async Task Read(CancellationToken cancellationToken)
    {
        var stored = await journal.ReadCharters(cancellationToken);
        all = stored.ToFrozenDictionary(entry => entry.Key, entry => all.GetValueOrDefault(entry.Key) ?? read(entry.Value));
    }
}
