using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Nsdd311.Sqlite;

/// <summary>A prepared statement with its parameters, written <c>?1, ?2 …</c> and bound in that order.</summary>
/// <remarks>It speaks to SQLite itself: a command of the library looks up every parameter by its name and makes a reader for each execution.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt prepared;

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(sqlite3_prepare_v2(database, sql, out prepared));
    }

    /// <summary>Runs it; returns the number of rows changed.</summary>
    public int Run(params ReadOnlySpan<Value> values)
    {
        First(values);
        return sqlite3_changes(database);
    }

    /// <summary>Whether there is a row.</summary>
    public bool Any(params ReadOnlySpan<Value> values) => First(values).IsRow;

    /// <summary>The number in the first column of the first row; null if there is no row.</summary>
    public long? Number(params ReadOnlySpan<Value> values) => First(values) is (true, var number) ? number : null;

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(Func<Row, T> read, params ReadOnlySpan<Value> values)
    {
        try
        {
            Bind(values);
            List<T> rows = [];
            while (Step()) rows.Add(read(new(prepared)));
            return rows;
        }
        finally
        {
            sqlite3_reset(prepared);
        }
    }

    public void Dispose() => prepared.Dispose();

    // Whatever a statement changes it has changed before its first row.
    private (bool IsRow, long Number) First(ReadOnlySpan<Value> values)
    {
        try
        {
            Bind(values);
            return Step() ? (true, sqlite3_column_int64(prepared, 0)) : default;
        }
        finally
        {
            sqlite3_reset(prepared);
        }
    }

    private void Bind(ReadOnlySpan<Value> values)
    {
        for (var i = 0; i < values.Length; i++) Check(values[i].BindTo(prepared, i + 1));
    }

    private bool Step()
    {
        var result = sqlite3_step(prepared);
        if (result is SQLITE_ROW) return true;
        if (result is not SQLITE_DONE) Check(result);
        return false;
    }

    private void Check(int result)
    {
        if (result is not SQLITE_OK) SqliteException.ThrowExceptionForRC(result, database);
    }
}
