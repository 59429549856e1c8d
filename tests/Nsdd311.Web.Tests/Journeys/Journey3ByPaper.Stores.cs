using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

// What the SIG decides by paper, and changes after clearance, on every store.
public sealed class Journey3ByPaperInMemory(Journey3ByPaperInMemory.Kept story) : Journey3ByPaper(story), IClassFixture<Journey3ByPaperInMemory.Kept>
{
    public sealed class Kept() : Story(KeptIn.InMemory());
}

public sealed class Journey3ByPaperOnSqlite(Journey3ByPaperOnSqlite.Kept story) : Journey3ByPaper(story), IClassFixture<Journey3ByPaperOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey3ByPaperOnPostgres(Journey3ByPaperOnPostgres.Kept story) : Journey3ByPaper(story), IClassFixture<Journey3ByPaperOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

public sealed class Journey3AgainInMemory(Journey3AgainInMemory.Kept story) : Journey3Again(story), IClassFixture<Journey3AgainInMemory.Kept>
{
    public sealed class Kept() : Story(KeptIn.InMemory());
}

public sealed class Journey3AgainOnSqlite(Journey3AgainOnSqlite.Kept story) : Journey3Again(story), IClassFixture<Journey3AgainOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey3AgainOnPostgres(Journey3AgainOnPostgres.Kept story) : Journey3Again(story), IClassFixture<Journey3AgainOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

public sealed class ChangedPlansInMemory(ChangedPlansInMemory.Kept story) : ChangedPlans(story), IClassFixture<ChangedPlansInMemory.Kept>
{
    public sealed class Kept() : Story(KeptIn.InMemory());
}

public sealed class ChangedPlansOnSqlite(ChangedPlansOnSqlite.Kept story) : ChangedPlans(story), IClassFixture<ChangedPlansOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class ChangedPlansOnPostgres(ChangedPlansOnPostgres.Kept story) : ChangedPlans(story), IClassFixture<ChangedPlansOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}
