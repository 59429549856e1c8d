namespace Nsdd311.Runtime.Journal;

/// <summary>An append in the writer's hands.</summary>
public sealed class PendingAppend
{
    private readonly TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action whenDurable;

    internal PendingAppend(Epoch epoch, Append append, Action whenDurable)
    {
        Epoch = epoch;
        Append = append;
        this.whenDurable = whenDurable;
    }

    /// <summary>What is written.</summary>
    public Append Append { get; }

    /// <summary>Whether the journal holds it.</summary>
    public bool IsDurable => answer.Task.IsCompletedSuccessfully;

    internal Epoch Epoch { get; }

    internal Task Answer => answer.Task;

    /// <summary>The journal holds it: the entity's durable state moves first, then the answer goes out.</summary>
    /// <summary>Whether the journal had it before it was sent, so that it may have moved on since.</summary>
    internal bool WasThere { get; private set; }

    internal void Won(bool wasThere)
    {
        WasThere = wasThere;
        whenDurable();
        answer.TrySetResult();
    }

    /// <summary>It failed. The writer has marked the epoch before.</summary>
    internal void Failed(Exception reason)
    {
        answer.TrySetException(reason);
        // Nobody may be waiting for it any more.
        _ = answer.Task.Exception;
    }
}
