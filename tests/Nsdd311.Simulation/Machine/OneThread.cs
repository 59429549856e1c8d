namespace Nsdd311.Simulation.Machine;

/// <summary>
/// All of a process's work, one piece after the other on the simulating thread, in an order that chance chooses: a thread pool promises none. The
/// same chance makes the same order, so a run can be repeated exactly.
/// </summary>
internal sealed class OneThread(Random chance) : TaskScheduler
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly List<Task> ready = [];

    public bool IsIdle => ready.Count == 0;

    /// <summary>Whether work came from elsewhere. Then chance does not rule alone, and no seed can be trusted.</summary>
    public bool HasStrayed { get; private set; }

    /// <summary>Starts work that ends with its last await.</summary>
    public Task<T> Start<T>(Func<Task<T>> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    public void RunOne()
    {
        var chosen = chance.Next(ready.Count);
        var task = ready[chosen];
        ready.RemoveAt(chosen);
        TryExecuteTask(task);
    }

    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId != thread) HasStrayed = true;
        else ready.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => ready;
}
