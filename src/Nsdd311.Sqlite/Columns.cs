using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Sqlite;

/// <summary>How rows become records.</summary>
internal static class Columns
{
    /// <summary>The rows of the journal with their entities, beginning with an entity: the order of the join is fixed.</summary>
    public const string Journal =
        "select e.key, j.seq, j.type, j.payload, j.actor, j.command_id, j.n, j.body_digest, j.charter_version, j.roster_seq, j.at, j.prev_hash, j.hash from entity e cross join journal_row j on j.entity = e.no";

    /// <summary>A row of <see cref="Journal"/>.</summary>
    public static JournalRow JournalRow(Row row)
    {
        try
        {
            return new(
                EntityId.Parse(row.Text(0)), row.Number(1), row.Text(2), row.Bytes(3), row.Text(4), CommandId.From(row.Span(5)), checked((int)row.Number(6)), row.Text(7),
                new CharterVersion(row.Text(8)), row.Number(9), Instants.FromMicroseconds(row.Number(10)), row.Hash(11), row.Hash(12));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            throw new JournalDamagedException($"Row {row.Number(1)} of '{row.Text(0)}' cannot be read: {e.Message}", e);
        }
    }

    public static T Json<T>(Row row, int column) => JsonSerializer.Deserialize<T>(row.Span(column), JournalJson.Options)!;
}
