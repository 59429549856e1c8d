using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

// The journeys with the journal in a PostgreSQL that the tests start.
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey1OnPostgres(Journey1OnPostgres.Kept story) : Journey1(story), IClassFixture<Journey1OnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey2OnPostgres(Journey2OnPostgres.Kept story) : Journey2(story), IClassFixture<Journey2OnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey4OnPostgres(Journey4OnPostgres.Kept story) : Journey4(story), IClassFixture<Journey4OnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey4CancelledOnPostgres(Journey4CancelledOnPostgres.Kept story) : Journey4Cancelled(story), IClassFixture<Journey4CancelledOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey4FrozenOnPostgres(Journey4FrozenOnPostgres.Kept story) : Journey4Frozen(story), IClassFixture<Journey4FrozenOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class SecondCharterOnPostgres(SecondCharterOnPostgres.Kept story) : SecondCharter(story), IClassFixture<SecondCharterOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey3OnPostgres(Journey3OnPostgres.Kept story) : Journey3(story), IClassFixture<Journey3OnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey3ByPaperOnPostgres(Journey3ByPaperOnPostgres.Kept story) : Journey3ByPaper(story), IClassFixture<Journey3ByPaperOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey3AgainOnPostgres(Journey3AgainOnPostgres.Kept story) : Journey3Again(story), IClassFixture<Journey3AgainOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class EnclosedFilesOnPostgres(EnclosedFilesOnPostgres.Kept story) : EnclosedFiles(story), IClassFixture<EnclosedFilesOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class ChangedPlansOnPostgres(ChangedPlansOnPostgres.Kept story) : ChangedPlans(story), IClassFixture<ChangedPlansOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class GuidanceInForceOnPostgres(GuidanceInForceOnPostgres.Kept story) : GuidanceInForce(story), IClassFixture<GuidanceInForceOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey4InSessionOnPostgres(Journey4InSessionOnPostgres.Kept story) : Journey4InSession(story), IClassFixture<Journey4InSessionOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class PlanOfContactsOnPostgres(PlanOfContactsOnPostgres.Kept story) : PlanOfContacts(story), IClassFixture<PlanOfContactsOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class FiledElsewhereOnPostgres(FiledElsewhereOnPostgres.Kept story) : FiledElsewhere(story), IClassFixture<FiledElsewhereOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class BlackjackOnPostgres(BlackjackOnPostgres.Kept story) : Blackjack(story), IClassFixture<BlackjackOnPostgres.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(KeptIn.Postgres(databases.New()));
}
