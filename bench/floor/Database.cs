using Npgsql;

namespace Nsdd311.Bench.Floor;

/// <summary>The database of a contestant of this project: pooled connections, statements prepared by the pool.</summary>
internal static class Database
{
    public static async Task<NpgsqlDataSource> Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2, NoResetOnClose = true, MaxPoolSize = 32 };
        var source = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString).Build();
        await using var schema = typeof(Database).Assembly.GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(schema);
        await using var command = source.CreateCommand(await reader.ReadToEndAsync());
        await command.ExecuteNonQueryAsync();
        return source;
    }
}
