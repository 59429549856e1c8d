using Nsdd311.Runtime.Journal;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Nsdd311.Sqlite;

/// <summary>The row on which a statement stands, to be read before it goes on.</summary>
internal readonly struct Row(sqlite3_stmt statement)
{
    public long Number(int column) => sqlite3_column_int64(statement, column);

    public string Text(int column) => sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    /// <summary>The bytes where SQLite holds them.</summary>
    public ReadOnlySpan<byte> Span(int column) => sqlite3_column_blob(statement, column);

    public byte[] Bytes(int column) => Span(column).ToArray();

    public ChainHash Hash(int column) => ChainHash.From(Span(column));
}
