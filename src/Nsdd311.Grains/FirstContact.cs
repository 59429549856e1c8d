namespace Nsdd311.Grains;

/// <summary>Whether a gateway has reached the cluster since its start. Until then Orleans can neither send a call nor say that it failed.</summary>
internal sealed class FirstContact : ILifecycleParticipant<IClusterClientLifecycle>
{
    private readonly TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsMade => made.Task.IsCompleted;

    public Task Made => made.Task;

    public void Participate(IClusterClientLifecycle observer) => observer.Subscribe(nameof(FirstContact), ServiceLifecycleStage.Active, _ =>
    {
        made.TrySetResult();
        return Task.CompletedTask;
    });
}
