using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Contract;

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class ClusterOnPostgres(PostgresDatabases databases) : ClusterContract
{
    private readonly string database = databases.New();

    protected override async Task<IJournal> OpenStore() => await PostgresJournal.Open(database, OwnerMode.Together);

    protected override async Task<ClusterProcess> Start(Parts parts) => await PostgresCluster.Start(parts, database);
}
