using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Contract;

namespace Nsdd311.Grains.Tests.Contract;

/// <summary>The contract of every runtime, kept by a cluster.</summary>
public abstract class ClusterContract : VettingRuntimeContract
{
    protected override async Task<RuntimeProcess> NewProcess(bool started) =>
        await Start(new(Journal, Charters, Seats, RosterMoved, Clock, new() { Runtime = Settings, Waiting = Waiting, Sweep = started }));

    protected abstract Task<ClusterProcess> Start(Parts parts);

    protected override Task<Snapshot?> SnapshotOf(EntityId entity) => ((ClusterProcess)Runtime).Snapshots.Kept(entity);

    protected override Task Keep(EntityId entity, Snapshot snapshot) => ((ClusterProcess)Runtime).Snapshots.Keep(entity, snapshot);
}
