using Nsdd311.Grains.Engine;
using Nsdd311.Runtime.Journal;
using Orleans.Storage;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>Snapshots as a test reads and writes them behind the engine's back.</summary>
internal static class SnapshotsAtHand
{
    public static async Task<Snapshot?> Kept(this IGrainStorage storage, EntityId entity)
    {
        var state = new GrainState<SnapshotState>(new());
        await storage.ReadStateAsync(KeptSnapshot.StateName, entity.GrainId(), state);
        return state.RecordExists ? state.State!.ToSnapshot() : null;
    }

    public static async Task Keep(this IGrainStorage storage, EntityId entity, Snapshot snapshot)
    {
        var state = new GrainState<SnapshotState>(new());
        await storage.ReadStateAsync(KeptSnapshot.StateName, entity.GrainId(), state);
        state.State = SnapshotState.Of(snapshot);
        await storage.WriteStateAsync(KeptSnapshot.StateName, entity.GrainId(), state);
    }
}
