using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Grains.Alarm;
using Nsdd311.Grains.Engine;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Tests.Contract;
using Orleans.TestingHost;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>A whole cluster in the place of a process: silos, and a client that the test speaks through.</summary>
public sealed class ClusterProcess : RuntimeProcess
{
    private ClusterProcess(InProcessTestCluster cluster)
        : base(cluster.Client.ServiceProvider.GetRequiredService<IVettingRuntime>()) => Cluster = cluster;

    public InProcessTestCluster Cluster { get; }

    public IEnumerable<SiloEngine> Engines => Cluster.Silos.Select(silo => silo.SiloHost.Services.GetRequiredService<SiloEngine>());

    public static async Task<ClusterProcess> Start(InProcessTestClusterBuilder builder)
    {
        var cluster = builder.Build();
        try
        {
            await cluster.DeployAsync();
            return new(cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public override async Task CatchUp(CancellationToken cancellationToken)
    {
        await Cluster.Client.GetGrain<ISweepGrain>(0).Sweep(TimeSpan.Zero);
        await WhenQuiet(cancellationToken);
    }

    /// <summary>Completes when no silo works in the background: a payment on one may begin work on another, so it looks until nobody does.</summary>
    public async Task WhenQuiet(CancellationToken cancellationToken)
    {
        while (Engines.Select(engine => engine.WhenQuiet()).ToList() is var all && all.Any(task => !task.IsCompleted))
            await Task.WhenAll(all).WaitAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
