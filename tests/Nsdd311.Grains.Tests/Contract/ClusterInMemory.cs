using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;

namespace Nsdd311.Grains.Tests.Contract;

public sealed class ClusterInMemory : ClusterContract
{
    private readonly LastingStorage storage = new();

    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(new MemoryJournal());

    protected override async Task<ClusterProcess> Start(Parts parts) => await MemoryCluster.Start(parts, storage);
}
