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

    /// <summary>
    /// With fewer appends than this the writer does not begin another commit while anybody can go on: what he hands over shares it. 0: it begins at once. Good
    /// where requests come over a queue of messages, and bad where each is decided on the thread that read it.
    /// </summary>
    public int WorthACommit { get; init; }

    /// <summary>How long a caller waits for the journal's answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the writer waits before it sends the same bytes again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Where the writer, and the runtime with it, works: the thread pool, or the one thread of a simulation.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;

    /// <summary>
    /// Whether whoever waited for the journal goes on on the scheduler on which he waited. Only a simulation needs it: what follows an answer is guarded by the engine's own
    /// locks, and an entity's turn is over once it has decided.
    /// </summary>
    internal bool ComesBack => Scheduler != TaskScheduler.Default;
}
