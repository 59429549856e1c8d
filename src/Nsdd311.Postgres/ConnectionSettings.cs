using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>How this program connects, from what the operator wrote and, where that is silent, from what the journal needs.</summary>
/// <remarks>The strings hold secrets: they are given to the driver and to nobody else.</remarks>
internal sealed class ConnectionSettings
{
    private ConnectionSettings(NpgsqlConnectionStringBuilder pooled)
    {
        Pooled = pooled.ConnectionString;
        Single = new NpgsqlConnectionStringBuilder(pooled.ConnectionString) { Pooling = false, MaxAutoPrepare = 0 }.ConnectionString;
        CommandTimeout = TimeSpan.FromSeconds(pooled.CommandTimeout);
        Place = $"database '{pooled.Database ?? pooled.Username}' at {pooled.Host}";
    }

    /// <summary>For the connections that read.</summary>
    public string Pooled { get; }

    /// <summary>For the writer's and the owner's connections: each its own, for as long as it lasts.</summary>
    public string Single { get; }

    /// <summary>After so long a server is taken for gone: well under the writer's patience, so that it can ask again.</summary>
    public TimeSpan CommandTimeout { get; }

    /// <summary>What may be said of it: database and server, no user and no password.</summary>
    public string Place { get; }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="StoreUnusableException">It cannot be read. The message does not repeat it.</exception>
    public static ConnectionSettings Of(string connectionString)
    {
        try
        {
            return new(Completed(new NpgsqlConnectionStringBuilder(connectionString)));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException or KeyNotFoundException)
        {
            // The cause may quote the value, and with it a password.
            throw new StoreUnusableException("The connection string of PostgreSQL cannot be read. Write it as Host=…;Database=…;Username=…;Password=….");
        }
    }

    private static NpgsqlConnectionStringBuilder Completed(NpgsqlConnectionStringBuilder given)
    {
        if (given.Host is null) throw new ArgumentException("No host.");

        void Unless(string keyword, object value)
        {
            if (!given.ShouldSerialize(keyword)) given[keyword] = value;
        }

        // A session holds nothing that would have to be reset, and a reset costs a part of every answer.
        Unless("No Reset On Close", true);
        Unless("Max Auto Prepare", 20);
        Unless("Maximum Pool Size", 20);
        Unless("Timeout", 5);
        Unless("Command Timeout", 6);
        Unless("Cancellation Timeout", 1000);
        Unless("Application Name", $"Nsdd311 process {Environment.ProcessId} on {Environment.MachineName}");

        // A socket of this machine knows no keepalive, and needs none.
        if (given.Host.StartsWith('/')) return given;

        Unless("Tcp Keepalive", true);
        Unless("Tcp Keepalive Time", 5);
        Unless("Tcp Keepalive Interval", 1);
        return given;
    }
}
