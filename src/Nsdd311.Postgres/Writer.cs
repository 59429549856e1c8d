using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>The one connection that appends. When it fails it is closed, and the next commit begins on a new one.</summary>
internal sealed class Writer(ConnectionSettings settings) : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private WriterConnection? connection;

    /// <summary>Commits a batch; one outcome per append.</summary>
    public async Task<IReadOnlyList<AppendOutcome>> Commit(IReadOnlyList<Append> batch, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            connection ??= await WriterConnection.Open(settings);
            return await new Committing(connection).Commit(batch);
        }
        catch (Exception e)
        {
            await Close();
            if (PostgresFaults.IsFault(e)) throw PostgresFaults.Of(e);
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        turn.Dispose();
    }

    private async Task Close()
    {
        var open = connection;
        connection = null;
        if (open is not null) await open.DisposeAsync();
    }
}
