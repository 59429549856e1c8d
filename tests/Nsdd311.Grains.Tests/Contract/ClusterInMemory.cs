using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Grains.Engine;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Orleans.Storage;

namespace Nsdd311.Grains.Tests.Contract;

public sealed class ClusterInMemory : ClusterContract
{
    private readonly LastingStorage storage = new();

    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(new MemoryJournal());

    protected override void AddStores(ISiloBuilder silo)
    {
        silo.UseInMemoryReminderService();
        silo.Services.AddKeyedSingleton<IGrainStorage>(ClusterSettings.Snapshots, storage);
    }

    protected override async Task<Snapshot?> SnapshotOf(EntityId entity)
    {
        var state = new GrainState<SnapshotState>(new());
        await storage.ReadStateAsync(KeptSnapshot.StateName, entity.GrainId(), state);
        return state.RecordExists ? state.State!.ToSnapshot() : null;
    }

    protected override async Task Keep(EntityId entity, Snapshot snapshot)
    {
        var state = new GrainState<SnapshotState>(new());
        await storage.ReadStateAsync(KeptSnapshot.StateName, entity.GrainId(), state);
        state.State = SnapshotState.Of(snapshot);
        await storage.WriteStateAsync(KeptSnapshot.StateName, entity.GrainId(), state);
    }
}
