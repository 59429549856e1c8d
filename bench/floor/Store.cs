using System.Text.Json;
using Npgsql;

namespace Nsdd311.Bench.Floor;

/// <summary>Hand-written SQL, one transaction a request, pooled connections, statements prepared by the pool.</summary>
internal sealed class Store(NpgsqlDataSource source)
{
    /// <summary>How much a pair may hold; no run comes near it, but the question is asked.</summary>
    private const int Tolerance = 100_000;

    public async Task<Matter> Submit(Submission submission, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Add(
            "insert into matter (id, number, version, status, pair, paper, positions, due_at) values ($1, nextval('log_number'), 1, 'in-vetting', $2, $3, '[]', $4) returning number",
            submission.Id, submission.Pair, submission.Paper, submission.Suspense);
        batch.AddEvent(submission.Id, 1, "submitted", submission.Paper, submission.Actor, submission.At);
        batch.Add("insert into deadline (matter, due_at) values ($1, $2)", submission.Id, submission.Suspense);
        var number = (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return Shown(submission.Id, number, 1, "in-vetting", submission.Pair, submission.Paper, [], submission.Suspense);
    }

    public async Task<Matter?> TakePosition(Guid id, Position position, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await Read(connection, transaction, id, cancellationToken) is not { Status: "in-vetting" } matter) return null;

        Position[] positions = [.. matter.Positions.Where(other => other.Agency != position.Agency), position];
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Add("update matter set version = version + 1, positions = $2 where id = $1 and version = $3", id, JsonSerializer.Serialize(positions, Json.Options), matter.Version);
        batch.AddEvent(id, matter.Version + 1, "position-taken", JsonSerializer.Serialize(position, Json.Options), position.By, position.At);
        batch.Add("update deadline set due_at = $2 where matter = $1", id, matter.Suspense!.Value);
        if (await batch.ExecuteNonQueryAsync(cancellationToken) != 3) return null;

        await transaction.CommitAsync(cancellationToken);
        return matter with { Version = matter.Version + 1, Positions = positions };
    }

    public async Task<Matter?> Clear(Guid id, string decision, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await Read(connection, transaction, id, cancellationToken) is not { Status: "in-vetting", Positions.Count: 5 } matter) return null;

        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.Add("update matter set version = version + 1, status = 'cleared', due_at = null where id = $1 and version = $2", id, matter.Version);
        batch.AddEvent(id, matter.Version + 1, "cleared", decision, actor, now);
        batch.Add("delete from deadline where matter = $1", id);
        batch.Add("insert into ledger (pair, matter, events, at) values ($1, $2, 1, $3)", matter.Pair, id, now);
        batch.Add("insert into balance (pair, held) values ($1, 1) on conflict (pair) do update set held = balance.held + 1 where balance.held < $2", matter.Pair, Tolerance);
        if (await batch.ExecuteNonQueryAsync(cancellationToken) != 5) return null;

        await transaction.CommitAsync(cancellationToken);
        return matter with { Version = matter.Version + 1, Status = "cleared", Suspense = null };
    }

    public async Task<Matter?> Find(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await Read(connection, null, id, cancellationToken);
    }

    /// <summary>The matter; inside a transaction its row is locked, and with it the version that the request goes by.</summary>
    private static async Task<Matter?> Read(NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid id, CancellationToken cancellationToken)
    {
        const string Columns = "select number, version, status, pair, paper, positions, due_at from matter where id = $1";
        await using var command = new NpgsqlCommand(transaction is null ? Columns : $"{Columns} for update", connection, transaction) { Parameters = { new() { Value = id } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken)) return null;

        var positions = JsonSerializer.Deserialize<Position[]>(row.GetString(5), Json.Options)!;
        return Shown(id, row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), positions, row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6));
    }

    private static Matter Shown(Guid id, long number, int version, string status, string pair, string paper, IReadOnlyList<Position> positions, DateTimeOffset? suspense)
    {
        using var document = JsonDocument.Parse(paper);
        return new(id, status, $"2026-{number:00000}", pair, suspense, document.RootElement.Clone(), positions) { Version = version };
    }
}

/// <summary>A submission on its way into the store.</summary>
internal sealed record Submission(Guid Id, string Paper, string Pair, DateTimeOffset At, DateTimeOffset Suspense, string Actor);

/// <summary>Statements of a batch in one line each.</summary>
internal static class Batches
{
    public static void Add(this NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }

    public static void AddEvent(this NpgsqlBatch batch, Guid matter, int version, string type, string payload, string actor, DateTimeOffset at) =>
        batch.Add("insert into event (matter, version, type, payload, actor, at) values ($1, $2, $3, $4, $5, $6)", matter, version, type, payload, actor, at);
}
