using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>The storing statement for what a lone caller sends most: one row for an entity that exists, of which no list shows anything.</summary>
/// <remarks>It does for one row what <see cref="StoreText"/> does for a batch; starting it costs PostgreSQL half of what starting that one does.</remarks>
internal sealed class LoneAppend : IAsyncDisposable
{
    private const string Text =
        """
        with moved as (
          update entity set seq = $2, hash = $3, due_at = $4, owes = $5 where key = $1 and hash = $6 returning no
        ), recorded as (
          insert into journal (no, entity, seq, type, payload, actor, command_id, n, body_digest, charter_version, roster_seq, at, prev_hash, hash)
          select no, $1, $2, $7, $8, $9, $10, $11, $12, $13, $14, $15, $6, $3 from moved
        )
        select exists (select from moved)
        """;

    private readonly NpgsqlParameter<string> key = new(), type = new(), actor = new(), digest = new(), charter = new();
    private readonly NpgsqlParameter<long> sequence = new(), roster = new();
    private readonly NpgsqlParameter<int> number = new();
    private readonly NpgsqlParameter<byte[]> hash = new(), before = new(), command = new();
    private readonly NpgsqlParameter<ReadOnlyMemory<byte>> payload = new();
    private readonly NpgsqlParameter<DateTime> at = new();
    private readonly NpgsqlParameter<DateTime?> dueAt = new();
    private readonly NpgsqlParameter<bool> owes = new();
    private readonly NpgsqlCommand store;
    private bool isPrepared;

    public LoneAppend(NpgsqlConnection connection)
    {
        store = new(Text, connection);
        store.Parameters.AddRange(new NpgsqlParameter[] { key, sequence, hash, dueAt, owes, before, type, payload, actor, command, number, digest, charter, roster, at });
    }

    /// <summary>Whether this statement stores the whole batch.</summary>
    public static bool Is(IReadOnlyList<Run> runs, StoreParts parts) =>
        parts is StoreParts.Nothing && runs is [{ Appends: [{ Rows: [{ Sequence: > 1 }] }] }];

    /// <summary>Whether the head has moved.</summary>
    public async Task<bool> Run(Append append)
    {
        var row = append.Last;
        (key.TypedValue, sequence.TypedValue, hash.TypedValue, before.TypedValue) = (append.Key, row.Sequence, row.Hash.ToArray(), row.PreviousHash.ToArray());
        (dueAt.TypedValue, owes.TypedValue) = (append.DueAt is { } due ? Timestamps.Of(due) : null, append.Owes);
        (type.TypedValue, payload.TypedValue, actor.TypedValue) = (row.Type, row.Payload, row.Actor);
        (command.TypedValue, number.TypedValue, digest.TypedValue) = (row.Command.ToBytes(), row.Number, row.Digest);
        (charter.TypedValue, roster.TypedValue, at.TypedValue) = (row.Charter.ToString(), row.RosterSequence, Timestamps.Of(row.At));

        if (!isPrepared) await store.PrepareAsync();
        isPrepared = true;
        return (bool)(await store.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
