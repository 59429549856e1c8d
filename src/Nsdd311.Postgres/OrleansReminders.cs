using Npgsql;
using NpgsqlTypes;

namespace Nsdd311.Postgres;

/// <summary>A reminder as Orleans' ADO.NET provider keeps it.</summary>
/// <param name="Grain">Whose.</param>
/// <param name="Name">Its name among those of the grain.</param>
/// <param name="Hash">Of the grain: by it silos share reminders among them.</param>
/// <param name="Start">When it comes first, UTC.</param>
/// <param name="Period">How often it comes again.</param>
public sealed record ReminderRow(string Grain, string Name, int Hash, DateTime Start, TimeSpan Period);

/// <summary>Writes many reminders with one statement, into the table of <see cref="OrleansTables"/>: each by itself costs a commit, and almost every matter has one.</summary>
/// <param name="connectionString">Npgsql's, of the database of the journal.</param>
/// <param name="service">The service's name at Orleans.</param>
public sealed class OrleansReminders(string connectionString, string service) : IAsyncDisposable
{
    private const string Statement = """
        insert into orleans_reminder (service, grain, name, hash, start, period, version)
        select $1, r.*, 0 from unnest($2, $3, $4, $5, $6) as r
        on conflict (service, grain, name) do update
          set hash = excluded.hash, start = excluded.start, period = excluded.period, version = orleans_reminder.version + 1
        returning grain, name, version
        """;

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionSettings.Of(connectionString).Pooled);

    /// <summary>Makes or changes them, all or none.</summary>
    /// <param name="rows">The reminders, none of them twice.</param>
    /// <returns>The version that each has now, in the same order.</returns>
    public async Task<IReadOnlyList<int>> Upsert(IReadOnlyList<ReminderRow> rows)
    {
        // Rows are locked in one order, whoever writes.
        ReminderRow[] ordered = [.. rows.OrderBy(row => row.Grain, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal)];
        await using var command = source.CreateCommand(Statement);
        command.Parameters.AddWithValue(NpgsqlDbType.Text, service);
        Add(NpgsqlDbType.Text, row => row.Grain);
        Add(NpgsqlDbType.Text, row => row.Name);
        Add(NpgsqlDbType.Integer, row => row.Hash);
        Add(NpgsqlDbType.TimestampTz, row => row.Start);
        Add(NpgsqlDbType.Bigint, row => (long)row.Period.TotalMilliseconds);

        Dictionary<(string, string), int> versions = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) versions.Add((reader.GetString(0), reader.GetString(1)), reader.GetInt32(2));

        return [.. rows.Select(row => versions[(row.Grain, row.Name)])];

        void Add<T>(NpgsqlDbType type, Func<ReminderRow, T> value) => command.Parameters.AddWithValue(NpgsqlDbType.Array | type, Array.ConvertAll(ordered, row => value(row)));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => source.DisposeAsync();
}
