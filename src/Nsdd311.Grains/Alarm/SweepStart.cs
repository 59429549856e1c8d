using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Alarm;

/// <summary>Every silo that becomes active sees to it that the cluster's sweep runs.</summary>
internal sealed partial class SweepStart(IGrainFactory grains, ClusterSettings settings, ILogger<SweepStart> logger) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource stopped = new();
    private Task starting = Task.CompletedTask;

    public void Participate(ISiloLifecycle observer) => observer.Subscribe(nameof(SweepStart), ServiceLifecycleStage.Active, Start, Stop);

    public void Dispose() => stopped.Dispose();

    private Task Start(CancellationToken cancellationToken)
    {
        if (settings.Sweep) starting = Task.Run(StartSweep, CancellationToken.None);
        return Task.CompletedTask;
    }

    private async Task Stop(CancellationToken cancellationToken)
    {
        await stopped.CancelAsync();
        await starting;
    }

    private async Task StartSweep()
    {
        while (!stopped.IsCancellationRequested)
        {
            try
            {
                await grains.GetGrain<ISweepGrain>(0).Start().WaitAsync(stopped.Token);
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException && !stopped.IsCancellationRequested)
            {
                LogNotStarted(logger, e);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.WhenAny(Task.Delay(AfterFailure, settings.Waiting, stopped.Token));
        }
    }
}
