using System.Collections.Concurrent;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>
/// Ends what silos that could not start have begun. Orleans leaves it to the end of the process; in one that lives on, the directory of
/// such a silo looks for members without a pause and starves whatever runs after it.
/// </summary>
internal sealed class Beginnings : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>The directory is among the first to end. A listener whose host is gone takes a minute, and nobody needs to wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentBag<ILifecycleObserver> begun = [];

    public void Participate(ISiloLifecycle lifecycle) => begun.Add((ILifecycleObserver)lifecycle);

    /// <summary>After the hosts are disposed of: they would wait for a silo that has ended in any other way.</summary>
    public Task End() =>
        Task.WhenAny(Task.Delay(Patience, TimeProvider.System), Task.WhenAll(begun.Select(lifecycle => lifecycle.OnStop(new CancellationToken(canceled: true)))));
}
