using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;

namespace Nsdd311.Grains.Tests.Journeys;

/// <summary>What a cluster stands on and what is left when it ends: journal, reminders, snapshots.</summary>
public abstract class Ground
{
    /// <summary>Opens the journal, for one life of the cluster.</summary>
    internal abstract Task<IJournal> Open();

    /// <summary>Starts two silos there.</summary>
    internal abstract Task<ClusterProcess> Start(Parts parts);
}

/// <summary>Everything in one database of a real PostgreSQL.</summary>
public sealed class PostgresGround(string database) : Ground
{
    internal override async Task<IJournal> Open() => await PostgresJournal.Open(database, OwnerMode.Together);

    internal override async Task<ClusterProcess> Start(Parts parts) => await PostgresCluster.Start(parts, database);
}

/// <summary>Everything in memory, under Orleans' TestingHost. It outlives the silos, not this process.</summary>
public sealed class MemoryGround(MemoryJournal journal) : Ground
{
    private readonly LastingStorage snapshots = new();
    private readonly LastingReminders reminders = new();

    internal override Task<IJournal> Open() => Task.FromResult<IJournal>(journal);

    internal override async Task<ClusterProcess> Start(Parts parts) => await MemoryCluster.Start(parts, snapshots, silos: 2, reminders);
}
