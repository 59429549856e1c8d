using System.Text.Json;
using Microsoft.Data.Sqlite;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Sqlite;

/// <summary>How rows become records.</summary>
internal static class Columns
{
    public const string Journal = "entity, seq, type, payload, actor, command_id, n, body_digest, charter_version, roster_seq, at, prev_hash, hash";

    /// <summary>A row of the journal, its columns in the order of <see cref="Journal"/>.</summary>
    public static JournalRow JournalRow(SqliteDataReader reader)
    {
        try
        {
            return new(
                EntityId.Parse(reader.GetString(0)), reader.GetInt64(1), reader.GetString(2), (byte[])reader.GetValue(3), reader.GetString(4),
                CommandId.Parse(reader.GetString(5)), reader.GetInt32(6), reader.GetString(7), new CharterVersion(reader.GetString(8)), reader.GetInt64(9),
                Instants.FromMicroseconds(reader.GetInt64(10)), Hash(reader, 11), Hash(reader, 12));
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new JournalDamagedException($"Row {reader.GetValue(1)} of '{reader.GetValue(0)}' cannot be read: {e.Message}", e);
        }
    }

    public static ChainHash Hash(SqliteDataReader reader, int column) => ChainHash.From((byte[])reader.GetValue(column));

    public static T Json<T>(SqliteDataReader reader, int column) => JsonSerializer.Deserialize<T>((byte[])reader.GetValue(column), JournalJson.Options)!;
}
