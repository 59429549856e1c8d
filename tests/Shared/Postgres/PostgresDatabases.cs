using Npgsql;

namespace Nsdd311.Testing;

/// <summary>One server for the tests that leave it in peace, and a database of its own for each.</summary>
public sealed class PostgresDatabases : IDisposable
{
    private readonly Lazy<PostgresServer> server = new();
    private int databases;

    public PostgresServer Server => server.Value;

    /// <summary>A new database; how to reach it.</summary>
    public string New() => New(Server, $"store_{Interlocked.Increment(ref databases)}");

    public static string New(PostgresServer server, string name, string end = "")
    {
        Run(server.To("postgres"), $"create database {name} {end}");
        return server.To(name);
    }

    public static void Run(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static T Ask<T>(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Whether anybody else is connected.</summary>
    public static bool IsInUse(string connectionString) =>
        Ask<bool>(connectionString, "select exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid())");

    /// <summary>All tables with the number of their rows.</summary>
    public static string Made(string connectionString) =>
        Ask<string>(
            connectionString,
            """
            select coalesce(string_agg(relname || ' ' || (xpath('/row/rows/text()', query_to_xml(format('select count(*) as rows from %I', relname), false, true, '')))[1], ', ' order by relname), 'nothing')
            from pg_stat_user_tables
            """);

    public void Dispose()
    {
        if (server.IsValueCreated) server.Value.Dispose();
    }
}

/// <summary>Tests that share that server run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OnOneServer : ICollectionFixture<PostgresDatabases>
{
    public const string Name = "PostgreSQL";
}
