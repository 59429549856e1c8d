using Microsoft.Extensions.Logging;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>Rings whoever is due: by a timer to the next promise, and by the journal's index of promises, which survives a crash.</summary>
internal sealed partial class Alarm(
    IJournal journal, Func<EntityId, Task> ring, Background background, TimeProvider clock, RuntimeSettings settings, ILogger logger) : IDisposable
{
    /// <summary>Looks at least so often, whatever the timers do.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>After a sweep that found somebody due: whoever cannot pay stays due in the index, and its own next deadline is hidden behind that.</summary>
    private static readonly TimeSpan AfterFinding = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private ITimer? timer;
    private DateTimeOffset armedFor = DateTimeOffset.MaxValue;
    private bool sweeping;
    private bool again;
    private bool disposed;

    /// <summary>Somebody is due at this instant; null for never.</summary>
    public void Notice(DateTimeOffset? wake)
    {
        lock (gate)
        {
            if (wake is not { } due || disposed || due >= armedFor) return;

            var pause = due - clock.GetUtcNow();
            if (pause <= TimeSpan.Zero)
            {
                Ring();
                return;
            }

            armedFor = due;
            Arm(pause);
        }
    }

    /// <summary>Rings everybody who is due by now.</summary>
    public void Ring()
    {
        lock (gate)
        {
            again = sweeping;
            if (sweeping || disposed) return;

            sweeping = true;
            background.Run(SweepUntilDone);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timer?.Dispose();
        }
    }

    private void Arm(TimeSpan pause)
    {
        // A timer counts in milliseconds: rounded up, so that it does not come a moment early and find nothing.
        var milliseconds = Math.Ceiling(Math.Clamp(pause.TotalMilliseconds, 0, Longest.TotalMilliseconds));
        timer ??= clock.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    private async Task SweepUntilDone()
    {
        while (true)
        {
            DateTimeOffset next;
            try
            {
                lock (gate) armedFor = DateTimeOffset.MaxValue;
                next = await Sweep();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogSweepFailed(logger, e);
                next = clock.GetUtcNow() + AfterFailure;
            }

            Notice(next);
            lock (gate)
            {
                if (again && !disposed)
                {
                    again = false;
                    continue;
                }

                sweeping = false;
                return;
            }
        }
    }

    /// <returns>When to look again.</returns>
    private async Task<DateTimeOffset> Sweep()
    {
        var now = Instants.Truncate(clock.GetUtcNow());
        DueEntity? last = null;
        var pause = Longest;
        while (true)
        {
            var due = await journal.Due(now, last, settings.WakesAtOnce, CancellationToken.None);
            if (due.Count > 0) pause = AfterFinding;
            await Task.WhenAll(due.Select(one => RingOne(one.Entity)));
            if (due.Count < settings.WakesAtOnce)
                return await journal.NextDue(now, CancellationToken.None) is { } next && next < now + pause ? next : now + pause;

            last = due[^1];
        }
    }

    private async Task RingOne(EntityId entity)
    {
        try
        {
            await ring(entity);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogRingFailed(logger, e, entity);
            Notice(clock.GetUtcNow() + AfterFailure);
        }
    }
}
