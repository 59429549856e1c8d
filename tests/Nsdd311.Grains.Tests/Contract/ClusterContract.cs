using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime.Tests.Contract;
using Orleans.TestingHost;

namespace Nsdd311.Grains.Tests.Contract;

/// <summary>The contract of every runtime, kept by a cluster.</summary>
public abstract class ClusterContract : VettingRuntimeContract
{
    protected override async Task<RuntimeProcess> NewProcess(bool started)
    {
        var parts = new Parts(Journal, Charters, Seats, RosterMoved, Clock, new() { Runtime = Settings, Waiting = Waiting, Sweep = started });
        var builder = new InProcessTestClusterBuilder(Silos);
        builder.ConfigureSilo((_, silo) =>
        {
            parts.Put(silo);
            AddStores(silo);
        });
        builder.ConfigureClient(parts.Put);
        return await ClusterProcess.Start(builder);
    }

    protected virtual short Silos => 1;

    /// <summary>Where snapshots and reminders are kept.</summary>
    protected abstract void AddStores(ISiloBuilder silo);
}
