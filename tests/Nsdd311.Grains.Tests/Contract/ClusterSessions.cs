using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Contract;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Contract;

/// <summary>The contract of sessions, kept by a cluster.</summary>
public abstract class ClusterSessions : SessionsContract
{
    protected override async Task<RuntimeProcess> NewProcess(bool started) =>
        await Start(new(Journal, Charters, Seats, RosterMoved, Clock, new() { Runtime = Settings, Waiting = Waiting, Sweep = started }) { Model = Model });

    protected abstract Task<ClusterProcess> Start(Parts parts);
}

public sealed class SessionsInMemoryCluster : ClusterSessions
{
    private readonly LastingStorage storage = new();

    protected override Task<IJournal> OpenStore() => Task.FromResult<IJournal>(new MemoryJournal());

    protected override async Task<ClusterProcess> Start(Parts parts) => await MemoryCluster.Start(parts, storage);
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class SessionsInPostgresCluster(PostgresDatabases databases) : ClusterSessions
{
    private readonly string database = databases.New();

    protected override async Task<IJournal> OpenStore() => await PostgresJournal.Open(database, OwnerMode.Together);

    protected override async Task<ClusterProcess> Start(Parts parts) => await PostgresCluster.Start(parts, database);
}
