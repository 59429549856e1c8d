using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Nsdd311.Sqlite;

/// <summary>The writing connection.</summary>
internal sealed class WriterConnection(SqliteConnection connection) : PreparedConnection(connection)
{
    private const int MostSets = 10_000;
    private const int CacheWrite = 9;
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly HashSet<ValueList<string>> audiences = [];

    public Statement Begin => For("begin immediate");

    public Statement Commit => For("commit");

    /// <summary>How many pages it has put into the log since it was last asked.</summary>
    public int PagesWritten()
    {
        raw.sqlite3_db_status(Connection.Handle, CacheWrite, out var pages, out _, resetFlg: 1);
        return pages;
    }

    /// <summary>Whether this connection has not stored this name before. A connection that fails is thrown away, so nothing is known that was rolled back.</summary>
    public bool MeetsFirst(string type) => types.Add(type);

    /// <summary>Whether this connection has not stored this set of audiences before.</summary>
    public bool MeetsFirst(ValueList<string> set)
    {
        if (audiences.Count > MostSets) audiences.Clear();
        return audiences.Add(set);
    }
}

/// <summary>A connection with its statements, each prepared once: preparing costs more than most of them do.</summary>
internal class PreparedConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = [];

    protected SqliteConnection Connection => connection;

    /// <summary>Runs statements that are needed once.</summary>
    public void RunAll(string sql) => SchemaScripts.Run(connection, sql);

    /// <summary>The statement of this text.</summary>
    public Statement For(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement)) statements.Add(sql, statement = new(connection, sql));
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        connection.Dispose();
    }
}
