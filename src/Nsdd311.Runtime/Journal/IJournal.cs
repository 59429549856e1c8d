using Nsdd311.Charters;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Journal;

/// <summary>The store of record: append-only chains, their heads, and what is derived from them in the same transaction.</summary>
/// <remarks>Every member throws <see cref="JournalFailedException"/> when the store fails, and <see cref="JournalDamagedException"/> when it holds what cannot be.</remarks>
public interface IJournal : IReadModel, IContentStore, IAsyncDisposable
{
    /// <summary>Commits a batch, in the order in which it was decided. Losers fail only what leans on them.</summary>
    /// <remarks>
    /// An append wins if the head stands right before its first row (same sequence, same hash), its command is new to the entity, and what it
    /// <see cref="Append.LeansOn"/>, which comes before it, has not lost. One whose last row is already there with its own hash is told so. Rows, head,
    /// due instant and read model are one transaction, and so are all appends as long as none of them loses.
    /// </remarks>
    /// <returns>One outcome per append, in the order given.</returns>
    Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken);

    /// <summary>The rows of an entity from a sequence on, oldest first.</summary>
    Task<IReadOnlyList<JournalRow>> Read(EntityId entity, long from, CancellationToken cancellationToken);

    /// <summary>The first rows of an entity, oldest first, and no more than so many: the whole of a short history.</summary>
    Task<IReadOnlyList<JournalRow>> ReadFirst(EntityId entity, int limit, CancellationToken cancellationToken);

    /// <summary>The rows that a command left at an entity, in order; empty if it is not recorded.</summary>
    Task<IReadOnlyList<JournalRow>> Find(EntityId entity, CommandId command, CancellationToken cancellationToken);

    /// <summary>Who is due at the instant or before, soonest first, then by key.</summary>
    /// <param name="until">The instant.</param>
    /// <param name="after">The last one seen; null for the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<DueEntity>> Due(DateTimeOffset until, DueEntity? after, int limit, CancellationToken cancellationToken);

    /// <summary>The first due instant after the given one; null if there is none.</summary>
    Task<DateTimeOffset?> NextDue(DateTimeOffset after, CancellationToken cancellationToken);

    /// <summary>Entities that owe something, by key.</summary>
    Task<IReadOnlyList<EntityId>> Owing(EntityId? after, int limit, CancellationToken cancellationToken);

    /// <summary>The latest instant at which any row was decided; null if there is none.</summary>
    /// <remarks>
    /// Exercises ask it, once at each start. The first time, a store makes itself the index that answers it: so a record of what happened, which
    /// never asks, pays for none with its rows, and an exercise, which begins empty, never reads all of them.
    /// </remarks>
    Task<DateTimeOffset?> NewestInstant(CancellationToken cancellationToken);

    /// <summary>The stored names of all events that the journal holds, each once.</summary>
    Task<IReadOnlyList<string>> EventTypes(CancellationToken cancellationToken);

    /// <summary>Adds an alert of the engine itself, which no entity raised.</summary>
    Task Raise(AlertRow alert, CancellationToken cancellationToken);

    /// <summary>The newest snapshot and the rows from its own on, or every row where there is none: with one question.</summary>
    Task<SnapshotAndRows> ReadFromSnapshot(EntityId entity, CancellationToken cancellationToken);

    /// <summary>Keeps a snapshot in the place of the entity's last one.</summary>
    Task WriteSnapshot(EntityId entity, Snapshot snapshot, CancellationToken cancellationToken);

    /// <summary>Keeps the bytes of a charter for ever; the same version again changes nothing.</summary>
    Task WriteCharter(CharterVersion version, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>The bytes of every charter that was ever in force.</summary>
    Task<IReadOnlyDictionary<CharterVersion, ReadOnlyMemory<byte>>> ReadCharters(CancellationToken cancellationToken);

    /// <summary>A remark about the store itself; null if it was never made.</summary>
    Task<string?> ReadMeta(string key, CancellationToken cancellationToken);

    /// <summary>Makes or replaces a remark about the store itself.</summary>
    Task WriteMeta(string key, string value, CancellationToken cancellationToken);

    /// <summary>All heads, in an order of the store's own.</summary>
    IAsyncEnumerable<JournalHead> Heads(CancellationToken cancellationToken);

    /// <summary>All rows: entity by entity in the order of <see cref="Heads"/>, each by sequence.</summary>
    IAsyncEnumerable<JournalRow> Rows(CancellationToken cancellationToken);
}
