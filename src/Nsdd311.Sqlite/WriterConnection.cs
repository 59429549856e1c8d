using Microsoft.Data.Sqlite;

namespace Nsdd311.Sqlite;

/// <summary>The writing connection.</summary>
internal sealed class WriterConnection(SqliteConnection connection) : PreparedConnection(connection)
{
    public Statement Begin => For("begin immediate");

    public Statement Commit => For("commit");
}

/// <summary>A connection with its statements, each prepared once: preparing costs more than most of them do.</summary>
internal class PreparedConnection(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = [];

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
