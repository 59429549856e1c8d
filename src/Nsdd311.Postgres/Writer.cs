using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>The one connection that appends. When it fails it is closed, and the next commit begins on a new one.</summary>
/// <param name="settings">Where to.</param>
/// <param name="bearing">Is told what was stored; null where others write too.</param>
internal sealed class Writer(ConnectionSettings settings, BearingMattersAtHand? bearing) : IAsyncDisposable
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
            var outcomes = await new Committing(connection).Commit(batch);
            bearing?.Stored(batch, outcomes);
            return outcomes;
        }
        catch (Exception e)
        {
            bearing?.Forget();
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
