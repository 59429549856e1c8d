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
