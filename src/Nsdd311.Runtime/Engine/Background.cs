using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>Work that nobody waits for: payments, wakes, snapshots. Counts what runs, so that somebody can wait for quiet after all.</summary>
internal sealed class Background(Action<Exception> failed, TaskScheduler scheduler)
{
    private readonly Lock gate = new();
    private TaskCompletionSource? quiet;
    private int running;
    private volatile bool closed;

    /// <summary>Starts work; from this call on it counts as running.</summary>
    /// <returns>False if nothing is started any more.</returns>
    public bool Run(Func<Task> work)
    {
        lock (gate)
        {
            if (closed) return false;

            running++;
            quiet ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = scheduler.Start(async () =>
        {
            try
            {
                await work();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failed(e);
            }
            finally
            {
                Done();
            }
        });
        return true;
    }

    /// <summary>Completes when nothing runs.</summary>
    public Task WhenQuiet()
    {
        lock (gate) return quiet?.Task ?? Task.CompletedTask;
    }

    /// <summary>Starts nothing any more, and completes when nothing runs.</summary>
    public Task Close()
    {
        closed = true;
        return WhenQuiet();
    }

    private void Done()
    {
        lock (gate)
        {
            if (--running > 0) return;

            quiet?.SetResult();
            quiet = null;
        }
    }
}
