namespace Nsdd311.Runtime.Engine;

internal sealed partial class LoadedEntity
{
    /// <summary>The durable version if it is this one, else the one of this number if it is still at hand.</summary>
    public (EntityVersion Durable, EntityVersion? Found) Look(long? version)
    {
        lock (gate) return (durable.Newest, version is { } number ? durable.Find(number) : durable.Newest);
    }

    /// <summary>The first version at hand from this one on that was whole and owed nothing.</summary>
    /// <returns>The version, null if there is none yet; whether what is at hand reaches back far enough to say so; what completes when it is worth another look.</returns>
    public (EntityVersion? Found, bool Reaches, Task Changed) FirstSettled(long version)
    {
        lock (gate)
        {
            var (found, reaches) = durable.FirstSettled(version);
            return (found, reaches, found is not null || epoch.Failed ? Task.CompletedTask : durable.Next);
        }
    }

    /// <summary>The durable events after one version up to another, oldest first; null if they are not all at hand.</summary>
    public ReadOnlyMemory<RecentRow>? EventsBetween(long after, long upTo)
    {
        lock (gate) return rows.Between(after, upTo);
    }
}
