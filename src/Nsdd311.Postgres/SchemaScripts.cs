using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>The numbered scripts that bring a store up to this program's schema. A script is never changed once it was released; another is added.</summary>
internal static class SchemaScripts
{
    /// <summary>The schema that this program knows.</summary>
    public static int Newest { get; } = Names().Count;

    /// <summary>Runs what the store has not had yet, all of it as one transaction, one process at a time.</summary>
    /// <exception cref="JournalTooNewException">The store has had more than this program knows.</exception>
    public static async Task Apply(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Run(connection, $"select pg_advisory_xact_lock({Ownership.LockClass}, {Ownership.SchemaLock})", cancellationToken);
        await Run(connection, "create table if not exists schema_version (version integer primary key)", cancellationToken);
        var version = await VersionOf(connection, cancellationToken);
        if (version > Newest)
            throw new JournalTooNewException($"The store has schema {version} and this program knows {Newest}: it was written by a newer version. Start that version.");

        foreach (var (number, name) in Names().Select((name, i) => (i + 1, name)).Skip(version))
            await Run(connection, $"{Text(name)} insert into schema_version (version) values ({number});", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether any script was ever run here.</summary>
    public static async Task<bool> WereRun(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select to_regclass('schema_version') is not null", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<int> VersionOf(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(version), 0) from schema_version", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static List<string> Names() =>
        [.. typeof(SchemaScripts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("schema/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(SchemaScripts).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
