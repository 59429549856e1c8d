using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

// Policy guidance on every store.
public sealed class GuidanceInForceInMemory(GuidanceInForceInMemory.Kept story) : GuidanceInForce(story), IClassFixture<GuidanceInForceInMemory.Kept>
{
    public sealed class Kept() : Story(KeptIn.InMemory());
}

public sealed class GuidanceInForceOnSqlite(GuidanceInForceOnSqlite.Kept story) : GuidanceInForce(story), IClassFixture<GuidanceInForceOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class GuidanceInForceOnPostgres(GuidanceInForceOnPostgres.Kept story) : GuidanceInForce(story), IClassFixture<GuidanceInForceOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}
