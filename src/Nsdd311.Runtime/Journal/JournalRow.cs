using Nsdd311.Charters;

namespace Nsdd311.Runtime.Journal;

/// <summary>One recorded event as it is stored.</summary>
/// <param name="Entity">Whose.</param>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Type">The stored name of the event.</param>
/// <param name="Payload">The exact bytes.</param>
/// <param name="Actor">Who acted.</param>
/// <param name="Command">The command that it follows from.</param>
/// <param name="Number">Its place among that command's events, from 0.</param>
/// <param name="Digest">Digest of the command's body, with its scheme tag.</param>
/// <param name="Charter">The charter relied on.</param>
/// <param name="RosterSequence">The version of the roster relied on.</param>
/// <param name="At">When it was decided; whole microseconds, UTC.</param>
/// <param name="PreviousHash">The hash that it follows.</param>
/// <param name="Hash">Its own.</param>
public sealed record JournalRow(
    EntityId Entity, long Sequence, string Type, ReadOnlyMemory<byte> Payload, string Actor, CommandId Command, int Number, string Digest,
    CharterVersion Charter, long RosterSequence, DateTimeOffset At, ChainHash PreviousHash, ChainHash Hash)
{
    /// <summary>The same row with its hash.</summary>
    public JournalRow Hashed() => this with { Hash = ChainHash.Of(this) };
}

/// <summary>The newest link of an entity's chain.</summary>
/// <param name="Entity">Whose.</param>
/// <param name="Sequence">The number of its last event.</param>
/// <param name="Hash">Of that event.</param>
public sealed record JournalHead(EntityId Entity, long Sequence, ChainHash Hash);

/// <summary>A promise to come back.</summary>
/// <param name="At">When; whole microseconds.</param>
/// <param name="Entity">To whom.</param>
public sealed record DueEntity(DateTimeOffset At, EntityId Entity);

/// <summary>A stored state. It may be lost, and it is thrown away where it does not fit the journal or the code.</summary>
/// <param name="Sequence">Of the last event in it.</param>
/// <param name="Hash">Of that event.</param>
/// <param name="FoldVersion">Which code folded it.</param>
/// <param name="Bytes">The state; nobody's but the engine's.</param>
public sealed record Snapshot(long Sequence, ChainHash Hash, string FoldVersion, ReadOnlyMemory<byte> Bytes);

/// <summary>What an entity is loaded from.</summary>
/// <param name="Snapshot">The newest; null if there is none.</param>
/// <param name="Rows">From the snapshot's own row on, or from the first; oldest first.</param>
public sealed record SnapshotAndRows(Snapshot? Snapshot, IReadOnlyList<JournalRow> Rows);
