using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>The numbered scripts that bring a store up to this program's schema. A script is never changed once it was released; another is added.</summary>
/// <param name="table">The table that says which of them were run.</param>
/// <param name="texts">The scripts, the first one first.</param>
internal sealed class SchemaScripts(string table, IReadOnlyList<string> texts)
{
    /// <summary>The journal and its read model.</summary>
    public static SchemaScripts OfJournal { get; } = new("schema_version", In("schema/"));

    /// <summary>What Orleans' ADO.NET providers keep.</summary>
    public static SchemaScripts OfOrleans { get; } = new("orleans_schema_version", In("orleans/"));

    /// <summary>The scripts, the first one first.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The schema that this program knows.</summary>
    public int Newest => texts.Count;

    /// <summary>Runs what the store has not had yet, all of it as one transaction, one process at a time, however long it takes: a large table may be rewritten, or another process be at it.</summary>
    /// <exception cref="JournalTooNewException">The store has had more than this program knows.</exception>
    public async Task Apply(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Run(connection, $"select pg_advisory_xact_lock({Ownership.LockClass}, {Ownership.SchemaLock})", cancellationToken);
        await Run(connection, $"create table if not exists {table} (version integer primary key)", cancellationToken);
        var version = await VersionOf(connection, cancellationToken);
        if (version > Newest)
            throw new JournalTooNewException($"The store has schema {version} and this program knows {Newest}: it was written by a newer version. Start that version.");

        for (var done = version; done < Newest; done++)
            await Run(connection, $"{texts[done]} insert into {table} (version) values ({done + 1});", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether any script was ever run here.</summary>
    public async Task<bool> WereRun(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select to_regclass('{table}') is not null", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<int> VersionOf(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select coalesce(max(version), 0) from {table}", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The scripts of a folder of this assembly's resources.</summary>
    private static List<string> In(string folder) =>
        [.. typeof(SchemaScripts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Text)];

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(SchemaScripts).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
