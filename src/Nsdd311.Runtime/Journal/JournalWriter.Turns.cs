namespace Nsdd311.Runtime.Journal;

/// <content>Whose turn it is to write, and what goes with the next commit.</content>
public sealed partial class JournalWriter
{
    private const int MostTurns = 20;

    /// <summary>Becomes the one who writes, if nobody is and something waits.</summary>
    private bool TryLead()
    {
        lock (gate)
        {
            if (quiet is not null || queue.Count == 0) return false;

            quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    private Task? Quiet()
    {
        lock (gate) return quiet?.Task;
    }

    /// <summary>Writes until this append is answered; the rest is another's to write.</summary>
    private async Task WriteUntil(PendingAppend pending)
    {
        while (TakeBatch() is { } batch)
        {
            await Write(batch);
            if (pending.Answer.IsCompleted)
            {
                if (IsMore()) _ = settings.Scheduler.Start(WriteAll);
                return;
            }

            await Gather();
        }
    }

    private async Task WriteAll()
    {
        await Gather();
        while (TakeBatch() is { } batch)
        {
            await Write(batch);
            await Gather();
        }
    }

    /// <summary>While too little waits, others go first; not for long, for somebody waits already.</summary>
    private async Task Gather()
    {
        for (var turn = 0; turn < MostTurns && IsTooFew(); turn++) await Task.Yield();
    }

    private bool IsTooFew()
    {
        lock (gate) return queue.Count > 0 && queue.Count < settings.WorthACommit;
    }

    /// <summary>Whether something waits; if not, nobody writes from now on.</summary>
    private bool IsMore()
    {
        TaskCompletionSource ended;
        lock (gate)
        {
            if (queue.Count > 0) return true;

            ended = quiet!;
            quiet = null;
        }

        ended.SetResult();
        return false;
    }

    /// <returns>What is written next; null if nothing waits.</returns>
    private List<PendingAppend>? TakeBatch()
    {
        if (!IsMore()) return null;

        List<PendingAppend> batch = [];
        var bytes = 0L;
        lock (gate)
        {
            while (batch.Count < settings.BatchCount && queue.TryPeek(out var next) && (batch.Count == 0 || bytes + next.Append.Size <= settings.BatchBytes))
            {
                bytes += next.Append.Size;
                batch.Add(queue.Dequeue());
            }

            taken -= batch.Count;
        }

        return batch;
    }
}
