using Microsoft.Data.Sqlite;

namespace Nsdd311.Sqlite;

/// <summary>The writing connection with its statements, each prepared once.</summary>
internal sealed class WriterConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = [];

    public Statement Begin => For("begin immediate");

    public Statement Commit => For("commit");

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
