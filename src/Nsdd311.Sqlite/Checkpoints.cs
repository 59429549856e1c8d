using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Nsdd311.Sqlite;

/// <summary>Brings what was committed from the log into the file, on a thread and a connection of its own: commits do not wait for it, and the log stays short.</summary>
/// <param name="open">Opens a connection.</param>
/// <param name="writing">Whoever holds it may write.</param>
/// <param name="logger">For operators.</param>
internal sealed partial class Checkpoints(Func<SqliteConnection> open, Lock writing, ILogger logger)
{
    private const int Often = 4_000;
    private const int Few = 400;
    private const int Tries = 4;
    private volatile Task running = Task.CompletedTask;
    private int pages;
    private bool fails;

    /// <summary>Called by whoever holds the lock, with the pages that a commit has put into the log.</summary>
    public void After(int written)
    {
        if (Interlocked.Add(ref pages, written) < Often || !running.IsCompleted) return;

        running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Waits until none is under way; not to be called with the lock held.</summary>
    public void Finish() => running.Wait();

    private void Run()
    {
        try
        {
            Checkpoint();
            if (fails) LogSucceededAgain(logger);
            fails = false;
        }
        catch (SqliteException e)
        {
            // Nothing is lost, it is all in the log. If the disk is to blame the next commit says so; the next checkpoint tries again.
            if (!fails) LogFailed(logger, e);
            fails = true;
        }
    }

    private void Checkpoint()
    {
        using var connection = new PreparedConnection(open());
        // A reader who stays long must not keep the writer waiting: the next checkpoint finds the log a little longer.
        connection.For("pragma busy_timeout = 50").Run();
        // Beside the writer, who goes on meanwhile, until little is left; the little without him, and then he begins at the start of the log again.
        for (var i = 0; i < Tries && Interlocked.Exchange(ref pages, 0) > Few; i++)
        {
            connection.For("pragma wal_checkpoint(passive)").Run();
        }

        lock (writing)
        {
            connection.For("pragma wal_checkpoint(restart)").Run();
            pages = 0;
        }
    }
}
