using Npgsql;
using NpgsqlTypes;

namespace Nsdd311.Postgres;

/// <summary>The writing connection with its statements, each prepared once.</summary>
internal sealed class WriterConnection : IAsyncDisposable
{
    // One plan for every batch, made for indexes: the statement's own lists have no statistics, and planning it anew costs more than running it.
    // What was acknowledged must be on the disk, so a server that is told not to wait for it is overruled here.
    private const string Session =
        """
        set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off;
        set default_transaction_isolation = 'read committed'; set default_transaction_read_only = off;
        select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
        """;

    private readonly NpgsqlConnection connection;
    private readonly Dictionary<StoreParts, StoreCommand> commands = [];
    private readonly LoneAppend lone;
    private readonly StoredBefore stored = new();

    private WriterConnection(NpgsqlConnection connection)
    {
        this.connection = connection;
        lone = new(connection);
    }

    public static async Task<WriterConnection> Open(ConnectionSettings settings)
    {
        var connection = new NpgsqlConnection(settings.Single);
        try
        {
            await connection.OpenAsync();
            await using var session = new NpgsqlCommand(Session, connection);
            await session.ExecuteNonQueryAsync();
            return new(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Moves the heads of these runs and stores the rows of those that moved, as one transaction.</summary>
    /// <param name="runs">One for each entity, by key.</param>
    /// <param name="isWhole">Whether nothing is stored and the statement fails unless all of them move.</param>
    public async Task<bool[]> Store(IReadOnlyList<Run> runs, bool isWhole)
    {
        var parts = StoreCommand.PartsOf(runs, stored);
        if (LoneAppend.Is(runs, parts)) return [await lone.Run(runs[0].First)];

        if (!commands.TryGetValue(parts, out var command)) commands.Add(parts, command = new(connection, parts));
        var won = await command.Run(runs, isWhole);
        if ((parts & (StoreParts.Types | StoreParts.Audiences)) != 0) stored.Add(runs.Where((_, i) => won[i]).SelectMany(run => run.Appends));
        return won;
    }

    /// <summary>Which of these runs are in the journal with their own hash.</summary>
    public async Task<bool[]> AreThere(IReadOnlyList<Run> runs)
    {
        await using var command = new NpgsqlCommand(StoreText.AreThere, connection);
        command.Parameters.Add(new() { Value = runs.Select(run => run.Last.Key).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = runs.Select(run => run.Last.Last.Sequence).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = runs.Select(run => run.Last.Last.Hash.ToArray()).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        return (bool[])(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands.Values) await command.DisposeAsync();
        await lone.DisposeAsync();
        await connection.DisposeAsync();
    }
}
