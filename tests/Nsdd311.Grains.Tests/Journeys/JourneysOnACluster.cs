using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;
using Nsdd311.Web.Tests.Journeys;

namespace Nsdd311.Grains.Tests.Journeys;

// The journeys on the cluster.
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey1OnACluster(Journey1OnACluster.Kept story) : Journey1(story), IClassFixture<Journey1OnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey2OnACluster(Journey2OnACluster.Kept story) : Journey2(story), IClassFixture<Journey2OnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey3OnACluster(Journey3OnACluster.Kept story) : Journey3(story), IClassFixture<Journey3OnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey3ByPaperOnACluster(Journey3ByPaperOnACluster.Kept story) : Journey3ByPaper(story), IClassFixture<Journey3ByPaperOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey3AgainOnACluster(Journey3AgainOnACluster.Kept story) : Journey3Again(story), IClassFixture<Journey3AgainOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class EnclosedFilesOnACluster(EnclosedFilesOnACluster.Kept story) : EnclosedFiles(story), IClassFixture<EnclosedFilesOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class ChangedPlansOnACluster(ChangedPlansOnACluster.Kept story) : ChangedPlans(story), IClassFixture<ChangedPlansOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey4OnACluster(Journey4OnACluster.Kept story) : Journey4(story), IClassFixture<Journey4OnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey4CancelledOnACluster(Journey4CancelledOnACluster.Kept story) : Journey4Cancelled(story), IClassFixture<Journey4CancelledOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey4FrozenOnACluster(Journey4FrozenOnACluster.Kept story) : Journey4Frozen(story), IClassFixture<Journey4FrozenOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class SecondCharterOnACluster(SecondCharterOnACluster.Kept story) : SecondCharter(story), IClassFixture<SecondCharterOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

/// <remarks>Every silo and the gateway end at once where the story says that every process is killed; what is left is the database.</remarks>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey5OnACluster(Journey5OnACluster.Kept story) : Journey5KilledAgain(story), IClassFixture<Journey5OnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Journey5InADatabase(databases)
    {
        internal override MortalService Over(string database) => new ClusterService(new PostgresGround(database), charter: null, sweep: true);
    }
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class GuidanceInForceOnACluster(GuidanceInForceOnACluster.Kept story) : GuidanceInForce(story), IClassFixture<GuidanceInForceOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class Journey4InSessionOnACluster(Journey4InSessionOnACluster.Kept story) : Journey4InSession(story), IClassFixture<Journey4InSessionOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class PlanOfContactsOnACluster(PlanOfContactsOnACluster.Kept story) : PlanOfContacts(story), IClassFixture<PlanOfContactsOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class FiledElsewhereOnACluster(FiledElsewhereOnACluster.Kept story) : FiledElsewhere(story), IClassFixture<FiledElsewhereOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class BlackjackOnACluster(BlackjackOnACluster.Kept story) : Blackjack(story), IClassFixture<BlackjackOnACluster.Kept>
{
    public sealed class Kept(PostgresDatabases databases) : Story(new OnACluster(new PostgresGround(databases.New())));
}
