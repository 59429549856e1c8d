using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Sqlite;

/// <summary>How rows become records.</summary>
internal static class Columns
{
    /// <summary>The columns of a row of the journal.</summary>
    public const string Journal = "entity, seq, type, payload, actor, command_id, n, body_digest, charter_version, roster_seq, at, prev_hash, hash";

    /// <summary>The number by which the rows of the entity are kept whose key is the first parameter.</summary>
    public const string NumberOf = "(select no from entity where key = ?1)";

    /// <summary>The place of a column that is asked for behind those of <see cref="Journal"/>.</summary>
    public const int BehindJournal = 13;

    /// <summary>A row of the journal, its columns in the order of <see cref="Journal"/>.</summary>
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
