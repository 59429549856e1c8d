using Microsoft.Extensions.Logging;

namespace Nsdd311.Runtime.Journal;

/// <summary>The one writer of a process: takes what waits and commits it as one transaction.</summary>
/// <remarks>
/// An entity does not wait for its own commit before it decides the next command. What keeps that safe: an append is enqueued in the same
/// synchronous block that decided it, and when one fails its epoch is marked failed before any answer is given. There is no thread of its own:
/// whoever waits first while nobody writes does the writing, so that a lone caller is not handed from thread to thread, and passes it on when its own
/// append is answered.
/// </remarks>
public sealed partial class JournalWriter : IAsyncDisposable
{
    private readonly IJournal journal;
    private readonly WriterSettings settings;
    private readonly TimeProvider waiting;
    private readonly ILogger logger;
    private readonly Lock gate = new();
    private readonly Queue<PendingAppend> queue = [];
    private TaskCompletionSource? quiet;
    private volatile bool stopped;
    private int taken;

    /// <summary>Starts a writer.</summary>
    /// <param name="journal">The store.</param>
    /// <param name="settings">The bounds.</param>
    /// <param name="waiting">The clock by which callers lose patience: real time, whatever the domain's clock shows.</param>
    /// <param name="logger">For operators.</param>
    public JournalWriter(IJournal journal, WriterSettings settings, TimeProvider waiting, ILogger logger)
    {
        this.journal = journal;
        this.settings = settings;
        this.waiting = waiting;
        this.logger = logger;
    }

    /// <summary>Takes a place in the queue, before anything is decided; false if it is full.</summary>
    public bool TryReserve()
    {
        lock (gate)
        {
            if (taken >= settings.QueueLimit || stopped) return false;

            taken++;
            return true;
        }
    }

    /// <summary>Gives a place back that was not needed.</summary>
    public void Release()
    {
        lock (gate) taken--;
    }

    /// <summary>Hands an append over, in a place reserved before. Never waits and never fails.</summary>
    /// <remarks>It is written when somebody waits for it or for another one; who hands over and will not wait calls <see cref="SeeTo"/>.</remarks>
    /// <param name="epoch">The copy of the entity that decided it.</param>
    /// <param name="append">What to write.</param>
    /// <param name="whenDurable">Called once the journal holds it, before anybody is answered.</param>
    /// <param name="whenFailed">Called when it is certain that this copy never writes it; it may have been written all the same.</param>
    /// <param name="leansOn">
    /// An append handed over before, without which this one must not be in the journal: the two are stored together, or the other first; and if that
    /// one fails, so does this one with the epoch.
    /// </param>
    public PendingAppend Enqueue(Epoch epoch, Append append, Action whenDurable, Action? whenFailed = null, PendingAppend? leansOn = null)
    {
        var pending = new PendingAppend(epoch, append, whenDurable, whenFailed, leansOn);
        lock (gate) queue.Enqueue(pending);
        return pending;
    }

    /// <summary>Sees that what was handed over is written although nobody waits for it.</summary>
    public void SeeTo()
    {
        if (TryLead()) _ = settings.Scheduler.Start(WriteAll);
    }

    /// <summary>Waits for the journal's answer.</summary>
    /// <exception cref="RuntimeUnavailableException">No answer in time (the outcome is unknown), or the store refuses to write.</exception>
    public async Task Await(PendingAppend pending)
    {
        try
        {
            var written = TryLead() ? Lead(pending) : pending.Answer;
            if (!written.IsCompleted) await Answered(written).WaitAsync(settings.Patience, waiting).ConfigureAwait(settings.ComesBack);
            await pending.Answer.ConfigureAwait(settings.ComesBack);
        }
        catch (TimeoutException e)
        {
            pending.Epoch.Fail();
            throw new RuntimeUnavailableException("The journal has not answered; the outcome is unknown. Repeat the request with the same key.", e);
        }
    }

    // Where an entity has a scheduler of its own, its turns are not spent on writing for all the others.
    private Task Lead(PendingAppend pending) =>
        TaskScheduler.Current == settings.Scheduler ? WriteUntil(pending) : settings.Scheduler.Start(() => WriteUntil(pending));

    // An await of its own comes back to the caller's scheduler; the time limit alone would go on wherever the answer was given.
    private Task Answered(Task written) => settings.ComesBack ? ComingBack(written) : written;

    private static async Task ComingBack(Task written) => await written;

    /// <summary>Writes what waits and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        stopped = true;
        Task? end;
        while ((end = TryLead() ? settings.Scheduler.Start(WriteAll) : Quiet()) is not null) await end;
    }

    private async Task Write(List<PendingAppend> taken)
    {
        List<PendingAppend> batch = [];
        foreach (var pending in taken)
        {
            if (pending.MayBeSent()) batch.Add(pending);
            else pending.Failed(new EntityReloadingException());
        }

        if (batch.Count == 0) return;

        try
        {
            var outcomes = await CommitPatiently(batch);
            JournalMeter.Appends.Add(batch.Count);
            JournalMeter.Commits.Add(1);
            Answer(batch, outcomes);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogBatchFailed(logger, e, batch.Count);
            FailAll(batch, e);
        }
    }

    private static void Answer(List<PendingAppend> batch, IReadOnlyList<AppendOutcome> outcomes)
    {
        for (var i = 0; i < batch.Count; i++)
            if (outcomes[i] is AppendOutcome.Lost) batch[i].Epoch.Fail();

        for (var i = 0; i < batch.Count; i++)
        {
            if (outcomes[i] is AppendOutcome.Lost) batch[i].Failed(new EntityReloadingException());
            else batch[i].Won(wasThere: outcomes[i] is AppendOutcome.There);
        }
    }

    private static void FailAll(List<PendingAppend> batch, Exception cause)
    {
        foreach (var pending in batch) pending.Epoch.Fail();

        var unavailable = new RuntimeUnavailableException(
            cause is JournalFailedException { MayHaveHappened: false } ? cause.Message
                : "The journal has not confirmed; the outcome is unknown. Repeat the request with the same key.", cause);
        foreach (var pending in batch) pending.Failed(unavailable);
    }

    /// <summary>Sends the same bytes until the store answers or patience ends.</summary>
    private async Task<IReadOnlyList<AppendOutcome>> CommitPatiently(List<PendingAppend> batch)
    {
        List<Append> appends = [.. batch.Select(pending => pending.Append)];
        var since = waiting.GetTimestamp();
        while (true)
        {
            try
            {
                return await journal.Commit(appends, CancellationToken.None);
            }
            catch (JournalFailedException e) when (e.MayHaveHappened && waiting.GetElapsedTime(since) < settings.Patience && !stopped)
            {
                LogSameBytesAgain(logger, e, batch.Count);
                await Task.Delay(settings.RetryAfter, waiting);
            }
        }
    }
}
