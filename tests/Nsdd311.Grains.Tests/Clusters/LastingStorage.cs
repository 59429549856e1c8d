using System.Collections.Concurrent;
using Orleans.Storage;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>Grain storage that outlives the clusters which use it, as a database does.</summary>
public sealed class LastingStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), (string Tag, object State)> kept = [];
    private int tags;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = kept.TryGetValue((stateName, grainId), out var found);
        grainState.State = grainState.RecordExists ? (T)found.State : Activator.CreateInstance<T>();
        grainState.ETag = found.Tag;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var next = ($"{Interlocked.Increment(ref tags)}", (object)grainState.State!);
        lock (kept)
        {
            var there = kept.GetValueOrDefault((stateName, grainId)).Tag;
            if (there != grainState.ETag) throw new InconsistentStateException("Another was here.", there ?? "", grainState.ETag ?? "");
            kept[(stateName, grainId)] = next;
        }

        (grainState.ETag, grainState.RecordExists) = (next.Item1, true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        kept.TryRemove((stateName, grainId), out _);
        return Task.CompletedTask;
    }
}
