namespace Nsdd311.Runtime.Journal;

/// <summary>The writer's bounds.</summary>
public sealed record WriterSettings
{
    /// <summary>Appends that may wait; more is refused before anything is decided.</summary>
    public int QueueLimit { get; init; } = 4096;

    /// <summary>Appends in one transaction.</summary>
    public int BatchCount { get; init; } = 512;

    /// <summary>Bytes in one transaction, unless a single append has more.</summary>
    public int BatchBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a caller waits for the journal's answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the writer waits before it sends the same bytes again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Where the writer, and the runtime with it, works: the thread pool, or the one thread of a simulation.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;
}
