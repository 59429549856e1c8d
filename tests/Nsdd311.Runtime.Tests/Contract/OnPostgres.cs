using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class LocalRuntimeOnPostgres(PostgresDatabases databases) : LocalRuntimeContract
{
    protected override async Task<IJournal> OpenStore() => await PostgresJournal.Open(databases.New(), OwnerMode.Alone);
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class ReadModelOnPostgres(PostgresDatabases databases) : ReadModelContract
{
    protected override async Task<IJournal> Open() => await PostgresJournal.Open(databases.New(), OwnerMode.Alone);
}

/// <summary>Others write the same store, so nothing of it is at hand.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class ReadModelOnSharedPostgres(PostgresDatabases databases) : ReadModelContract
{
    protected override async Task<IJournal> Open() => await PostgresJournal.Open(databases.New(), OwnerMode.Together);
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class ContentOnPostgres(PostgresDatabases databases) : ContentContract
{
    protected override async Task<IJournal> Open() => await PostgresJournal.Open(databases.New(), OwnerMode.Alone);
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class SessionsOnPostgres(PostgresDatabases databases) : LocalSessionsContract
{
    protected override async Task<IJournal> OpenStore() => await PostgresJournal.Open(databases.New(), OwnerMode.Alone);
}
