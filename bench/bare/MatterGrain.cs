using Orleans.Concurrency;

namespace Nsdd311.Bench.Bare;

/// <summary>A matter of which nobody asks more than its version.</summary>
public interface IMatterGrain : IGrainWithGuidKey
{
    /// <summary>Stores an event.</summary>
    /// <returns>The version after it.</returns>
    Task<int> Store(Immutable<byte[]> payload, string type, string actor);

    /// <summary>The version.</summary>
    [ReadOnly]
    Task<int> Version();
}

/// <summary>It decides nothing.</summary>
[Reentrant]
internal sealed class MatterGrain(Inserts inserts) : Grain, IMatterGrain
{
    private int version;

    public async Task<int> Store(Immutable<byte[]> payload, string type, string actor)
    {
        var mine = ++version;
        await inserts.Add(new(this.GetPrimaryKey(), mine, type, payload.Value, actor));
        return mine;
    }

    public Task<int> Version() => Task.FromResult(version);
}
