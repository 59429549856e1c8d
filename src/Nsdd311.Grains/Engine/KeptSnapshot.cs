using Nsdd311.Runtime.Journal;
using Orleans.Storage;

namespace Nsdd311.Grains.Engine;

/// <summary>An entity's snapshot in the grain storage. It may be lost or old; the journal rules.</summary>
internal sealed partial class KeptSnapshot(GrainId grain, SiloEngine silo)
{
    public const string StateName = "snapshot";

    private readonly GrainState<SnapshotState> state = new(new());
    private bool known;

    /// <summary>What is kept; null for nothing.</summary>
    public async Task<Snapshot?> Read()
    {
        await silo.SnapshotStorage.ReadStateAsync(StateName, grain, state);
        known = true;
        return state.RecordExists && state.State is { Sequence: > 0 } kept ? kept.ToSnapshot() : null;
    }

    /// <summary>What is kept; null for nothing, and where the storage does not answer: the journal then has the whole, or says itself that it is away.</summary>
    public async Task<Snapshot?> ReadIfItCanBe()
    {
        try
        {
            return await Read();
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OrleansException or TimeoutException)
        {
            LogUnread(silo.Log, e, grain);
            return null;
        }
    }

    /// <summary>Keeps a snapshot in the place of the last one. If another activation was there first, reads its once and goes on.</summary>
    public async Task Write(Snapshot snapshot)
    {
        if (!known) await Read();
        for (var again = false; ; again = true)
        {
            state.State = SnapshotState.Of(snapshot);
            try
            {
                await silo.SnapshotStorage.WriteStateAsync(StateName, grain, state);
                return;
            }
            catch (InconsistentStateException e)
            {
                LogInconsistent(silo.Log, e, grain);
                await Read();
                if (again || state.State.Sequence >= snapshot.Sequence) return;
            }
        }
    }
}

/// <summary>A snapshot as grain state.</summary>
[GenerateSerializer, Alias("nsdd311.snapshot")]
internal sealed class SnapshotState
{
    [Id(0)]
    public long Sequence { get; set; }

    [Id(1)]
    public byte[] Hash { get; set; } = [];

    [Id(2)]
    public string FoldVersion { get; set; } = "";

    [Id(3)]
    public byte[] Bytes { get; set; } = [];

    public Snapshot ToSnapshot() => new(Sequence, ChainHash.From(Hash), FoldVersion, Bytes);

    public static SnapshotState Of(Snapshot snapshot) => new()
    {
        Sequence = snapshot.Sequence,
        Hash = snapshot.Hash.ToArray(),
        FoldVersion = snapshot.FoldVersion,
        Bytes = snapshot.Bytes.ToArray(),
    };
}
