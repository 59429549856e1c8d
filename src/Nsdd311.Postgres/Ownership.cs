using Microsoft.Extensions.Logging;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>Makes this process an owner of the database: an advisory lock of a session of its own, which ends with the process, however it ends.</summary>
/// <remarks>
/// Compare-and-set alone keeps the chains whole whoever writes. The lock keeps what is in memory true: while it is lost another process may
/// move entities that are loaded here, so everything loaded is thrown away, and nothing is read or written until it is held again.
/// </remarks>
internal sealed partial class Ownership : IAsyncDisposable
{
    public const int LockClass = 311;
    public const int SchemaLock = 2;
    private const int OwnerLock = 1;
    private const int Looks = 25;

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConnectionSettings settings;
    private readonly OwnerMode mode;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopped = new();
    private OwnerSession session;
    private Task watching = Task.CompletedTask;
    private volatile bool held = true;

    private Ownership(ConnectionSettings settings, OwnerMode mode, OwnerSession session, ILogger logger) =>
        (this.settings, this.mode, this.session, this.logger) = (settings, mode, session, logger);

    /// <summary>Is called when everything loaded must be thrown away, before anything else is read or written.</summary>
    public Action? Lost { get; set; }

    /// <summary>Whether the lock is held, as far as this process knows.</summary>
    public bool IsHeld => held;

    /// <summary>Takes the lock, and watches it from now on.</summary>
    /// <exception cref="StoreUnusableException">Another process holds it, and it is named.</exception>
    public static async Task<Ownership> Take(ConnectionSettings settings, OwnerMode mode, ILogger logger, CancellationToken cancellationToken)
    {
        // The server may need a moment to notice that an earlier process has died: what it had begun for it, a flush included, it ends first.
        for (var left = Looks; ; left--)
        {
            var (session, holder) = await OwnerSession.TryTake(settings, mode, LockClass, OwnerLock, cancellationToken);
            if (session is not null)
            {
                var ownership = new Ownership(settings, mode, session, logger);
                ownership.watching = Task.Run(ownership.Watch, CancellationToken.None);
                return ownership;
            }

            if (left == 0) throw new StoreUnusableException($"The {settings.Place} is in use by {holder}. Stop that process, or name another database.");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Refuses while the lock is not held. The same bytes may succeed as soon as it is.</summary>
    public void Demand()
    {
        if (!held) throw new JournalFailedException("The owner's lock on the database is lost. Work goes on by itself once it is held again.", mayHaveHappened: true);
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        await watching;
        await session.DisposeAsync();
        stopped.Dispose();
    }

    private async Task Watch()
    {
        while (!stopped.IsCancellationRequested)
        {
            if (await StillHeld()) continue;

            held = false;
            LogLost(logger, settings.Place);
            Lost?.Invoke();
            await session.DisposeAsync();
            await TakeAgain();
        }
    }

    private async Task<bool> StillHeld()
    {
        try
        {
            return await session.StaysHeld(Heartbeat, stopped.Token);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception e) when (PostgresFaults.IsFault(e) || e is InvalidOperationException or OperationCanceledException)
        {
            LogFailed(logger, e);
            return false;
        }
    }

    private async Task TakeAgain()
    {
        string? told = null;
        var failures = 0;
        while (!stopped.IsCancellationRequested)
        {
            try
            {
                var (taken, holder) = await OwnerSession.TryTake(settings, mode, LockClass, OwnerLock, stopped.Token, session.Process);
                if (taken is not null)
                {
                    session = taken;
                    // Once more: what was loaded in between may be another owner's past.
                    Lost?.Invoke();
                    held = true;
                    LogHeldAgain(logger, settings.Place);
                    return;
                }

                if (holder != told) LogTaken(logger, settings.Place, told = holder);
            }
            catch (Exception e) when (PostgresFaults.IsFault(e) || e is InvalidOperationException or OperationCanceledException)
            {
                if (failures++ % 100 == 0) LogFailed(logger, e);
            }

            await Task.WhenAny(Task.Delay(Pause, stopped.Token));
        }
    }
}
