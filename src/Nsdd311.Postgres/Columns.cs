using System.Text.Json;
using Npgsql;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Postgres;

/// <summary>How rows become records, and values become columns.</summary>
internal static class Columns
{
    public const string Journal = "entity, seq, type, payload, actor, command_id, n, body_digest, charter_version, roster_seq, at, prev_hash, hash";

    /// <summary>The number by which the rows of the entity are kept whose key is the first parameter.</summary>
    public const string NumberOf = "(select no from entity where key = $1)";

    /// <summary>The place of a column that is asked for behind those of <see cref="Journal"/>.</summary>
    public const int BehindJournal = 13;

    /// <summary>A row of the journal, its columns in the order of <see cref="Journal"/>.</summary>
    public static JournalRow JournalRow(NpgsqlDataReader reader)
    {
        try
        {
            return new(
                EntityId.Parse(reader.GetString(0)), reader.GetInt64(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.GetString(4),
                CommandId.From(reader.GetFieldValue<byte[]>(5)), reader.GetInt32(6), reader.GetString(7),
                new CharterVersion(reader.GetString(8)), reader.GetInt64(9), Instant(reader, 10), Hash(reader, 11), Hash(reader, 12));
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new JournalDamagedException($"Row {reader.GetValue(1)} of '{reader.GetValue(0)}' cannot be read: {e.Message}", e);
        }
    }

    public static ChainHash Hash(NpgsqlDataReader reader, int column) => ChainHash.From(reader.GetFieldValue<byte[]>(column));

    public static DateTimeOffset Instant(NpgsqlDataReader reader, int column) => Timestamps.From(reader.GetDateTime(column));

    public static T Json<T>(NpgsqlDataReader reader, int column) => JsonSerializer.Deserialize<T>(reader.GetFieldValue<byte[]>(column), JournalJson.Options)!;

    public static byte[] Json<T>(T row) => JsonSerializer.SerializeToUtf8Bytes(row, JournalJson.Options);

    /// <summary>PostgreSQL's text holds every character but one; what is only searched in does without it.</summary>
    public static string WithoutNul(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
