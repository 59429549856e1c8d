namespace Nsdd311.Runtime.Journal;

/// <summary>An append in the writer's hands.</summary>
public sealed class PendingAppend
{
    private readonly TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action whenDurable;
    private readonly Action? whenFailed;
    private PendingAppend? leansOn;

    internal PendingAppend(Epoch epoch, Append append, Action whenDurable, Action? whenFailed, PendingAppend? leansOn) =>
        (Epoch, Append, this.whenDurable, this.whenFailed, this.leansOn) = (epoch, append, whenDurable, whenFailed, leansOn);

    /// <summary>What is written.</summary>
    public Append Append { get; }

    /// <summary>Whether the journal holds it.</summary>
    public bool IsDurable => answer.Task.IsCompletedSuccessfully;

    internal Epoch Epoch { get; }

    internal Task Answer => answer.Task;

    /// <summary>Whether the journal had it before it was sent, so that it may have moved on since.</summary>
    internal bool WasThere { get; private set; }

    /// <summary>Whether nothing that it stands on has failed; if something has, its epoch fails with that.</summary>
    internal bool MayBeSent()
    {
        var support = leansOn is { IsDurable: false } waiting ? waiting : null;
        if (support is { Epoch.Failed: true }) Epoch.Fail();
        // All that was taken before has been answered, so what it still leans on goes with it.
        Append.LeansOn = support?.Append;
        return !Epoch.Failed;
    }

    /// <summary>The journal holds it: the entity's durable state moves first, then the answer goes out.</summary>
    internal void Won(bool wasThere)
    {
        WasThere = wasThere;
        StandsAlone();
        whenDurable();
        answer.TrySetResult();
    }

    /// <summary>It failed. The writer has marked the epoch before.</summary>
    internal void Failed(Exception reason)
    {
        StandsAlone();
        answer.TrySetException(reason);
        // Nobody may be waiting for it any more.
        _ = answer.Task.Exception;
        whenFailed?.Invoke();
    }

    // Nothing keeps in memory what lies behind it.
    private void StandsAlone()
    {
        leansOn = null;
        Append.LeansOn = null;
    }
}
