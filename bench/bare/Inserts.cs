using System.Text;
using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace Nsdd311.Bench.Bare;

/// <summary>Writes what waits as one statement, over and over.</summary>
internal sealed class Inserts
{
    private const string Schema =
        "create table if not exists event (matter uuid not null, version int not null, type text not null, payload text not null, actor text not null, at timestamptz not null, primary key (matter, version))";

    private const string Insert =
        "insert into event (matter, version, type, payload, actor, at) select unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), $6";

    private readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });

    private Inserts(NpgsqlConnection connection) => _ = Run(connection);

    public static async Task<Inserts> Open(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 }.ConnectionString);
        await connection.OpenAsync();
        await using var schema = new NpgsqlCommand(Schema, connection);
        await schema.ExecuteNonQueryAsync();
        return new(connection);
    }

    /// <summary>Ends when it is on the disk.</summary>
    public Task Add(Row row)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite(new(row, end));
        return end.Task;
    }

    private async Task Run(NpgsqlConnection connection)
    {
        await using var insert = new NpgsqlCommand(Insert, connection);
        List<Waiting> batch = [];
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (waiting.Reader.TryRead(out var next)) batch.Add(next);

            insert.Parameters.Clear();
            Column(NpgsqlDbType.Uuid, row => row.Matter);
            Column(NpgsqlDbType.Integer, row => row.Version);
            Column(NpgsqlDbType.Text, row => row.Type);
            Column(NpgsqlDbType.Text, row => Encoding.UTF8.GetString(row.Payload));
            Column(NpgsqlDbType.Text, row => row.Actor);
            insert.Parameters.Add(new() { Value = TimeProvider.System.GetUtcNow() });
            await insert.ExecuteNonQueryAsync();
            foreach (var one in batch) one.End.SetResult();
            batch.Clear();
        }

        void Column<T>(NpgsqlDbType type, Func<Row, T> value) =>
            insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = batch.ConvertAll(one => value(one.Row)).ToArray() });
    }

    /// <summary>An event.</summary>
    public sealed record Row(Guid Matter, int Version, string Type, byte[] Payload, string Actor);

    private sealed record Waiting(Row Row, TaskCompletionSource End);
}
