using SQLitePCL;
using static SQLitePCL.raw;

namespace Nsdd311.Sqlite;

/// <summary>What a parameter of a statement is given.</summary>
internal readonly struct Value
{
    private readonly string? text;
    private readonly ReadOnlyMemory<byte>? bytes;
    private readonly long? number;

    private Value(string? text) => this.text = text;

    private Value(ReadOnlyMemory<byte>? bytes) => this.bytes = bytes;

    private Value(long? number) => this.number = number;

    public static implicit operator Value(string? text) => new(text);

    public static implicit operator Value(long? number) => new(number);

    public static implicit operator Value(ReadOnlyMemory<byte> bytes) => new(bytes);

    public static implicit operator Value(byte[] bytes) => new((ReadOnlyMemory<byte>)bytes);

    /// <summary>Gives it to a parameter, which copies it; returns SQLite's result.</summary>
    public int BindTo(sqlite3_stmt statement, int parameter)
    {
        if (number is { } integer) return sqlite3_bind_int64(statement, parameter, integer);
        if (text is { } words) return sqlite3_bind_text(statement, parameter, words);
        if (bytes is not { } blob) return sqlite3_bind_null(statement, parameter);

        // An empty span has no address, which SQLite takes for null.
        return blob.IsEmpty ? sqlite3_bind_zeroblob(statement, parameter, 0) : sqlite3_bind_blob(statement, parameter, blob.Span);
    }
}
