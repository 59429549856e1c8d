namespace Nsdd311.Runtime.Journal;

/// <summary>Starts work on a scheduler; what it awaits goes on there too. A simulation has one of its own, so that a run can be repeated exactly.</summary>
internal static class Starting
{
    /// <summary>Starts work that ends when its last await is over.</summary>
    public static Task Start(this TaskScheduler scheduler, Func<Task> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();

    /// <inheritdoc cref="Start" />
    public static Task<T> Start<T>(this TaskScheduler scheduler, Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
}
