using Npgsql;

namespace Nsdd311.Postgres;

/// <summary>The pooled connections. What runs here may run twice without harm.</summary>
internal sealed class Readers(ConnectionSettings settings) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(settings.Pooled);

    /// <summary>All rows of the answer.</summary>
    public Task<List<T>> Rows<T>(Question question, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) => Again(async connection =>
    {
        await using var command = question.On(connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await All(reader, read, cancellationToken);
    }, cancellationToken);

    /// <summary>All rows of two answers, for one round trip.</summary>
    public Task<(List<T1> First, List<T2> Second)> Both<T1, T2>(
        Question first, Func<NpgsqlDataReader, T1> readFirst, Question second, Func<NpgsqlDataReader, T2> readSecond, CancellationToken cancellationToken) => Again(async connection =>
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { first.InBatch(), second.InBatch() } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var firsts = await All(reader, readFirst, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return (firsts, await All(reader, readSecond, cancellationToken));
    }, cancellationToken);

    /// <summary>A statement without an answer.</summary>
    public Task Run(Question question, CancellationToken cancellationToken) => Again(async connection =>
    {
        await using var command = question.On(connection);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }, cancellationToken);

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static async Task<List<T>> All<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Once more on a new connection where an old one turns out to be lost: a server that was restarted leaves a pool full of them.</summary>
    private async Task<T> Again<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Once(work, cancellationToken);
        }
        catch (Exception e) when (PostgresFaults.IsFault(e) && PostgresFaults.IsLost(e) && e.InnerException is not TimeoutException)
        {
            source.Clear();
        }
        catch (Exception e) when (PostgresFaults.IsFault(e))
        {
            throw PostgresFaults.Of(e);
        }

        try
        {
            return await Once(work, cancellationToken);
        }
        catch (Exception e) when (PostgresFaults.IsFault(e))
        {
            throw PostgresFaults.Of(e);
        }
    }

    private async Task<T> Once<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await work(connection);
    }
}
