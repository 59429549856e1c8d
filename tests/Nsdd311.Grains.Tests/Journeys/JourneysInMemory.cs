using Nsdd311.Web.Tests.Hosting;
using Nsdd311.Web.Tests.Journeys;

namespace Nsdd311.Grains.Tests.Journeys;

/// <summary>Clusters in memory run one after the other, beside those that have a server.</summary>
[CollectionDefinition(Name)]
public sealed class InMemory
{
    public const string Name = "Memory";
}

// The journeys on silos of the TestingHost, whose journal, reminders and snapshots are in memory.
[Collection(InMemory.Name)]
public sealed class Journey1InMemory(Journey1InMemory.Kept story) : Journey1(story), IClassFixture<Journey1InMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class Journey2InMemory(Journey2InMemory.Kept story) : Journey2(story), IClassFixture<Journey2InMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class Journey3InMemory(Journey3InMemory.Kept story) : Journey3(story), IClassFixture<Journey3InMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class Journey3ByPaperInMemory(Journey3ByPaperInMemory.Kept story) : Journey3ByPaper(story), IClassFixture<Journey3ByPaperInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class Journey3AgainInMemory(Journey3AgainInMemory.Kept story) : Journey3Again(story), IClassFixture<Journey3AgainInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class EnclosedFilesInMemory(EnclosedFilesInMemory.Kept story) : EnclosedFiles(story), IClassFixture<EnclosedFilesInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class ChangedPlansInMemory(ChangedPlansInMemory.Kept story) : ChangedPlans(story), IClassFixture<ChangedPlansInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class Journey4InMemory(Journey4InMemory.Kept story) : Journey4(story), IClassFixture<Journey4InMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class Journey4CancelledInMemory(Journey4CancelledInMemory.Kept story) : Journey4Cancelled(story), IClassFixture<Journey4CancelledInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class Journey4FrozenInMemory(Journey4FrozenInMemory.Kept story) : Journey4Frozen(story), IClassFixture<Journey4FrozenInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class SecondCharterInMemory(SecondCharterInMemory.Kept story) : SecondCharter(story), IClassFixture<SecondCharterInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class GuidanceInForceInMemory(GuidanceInForceInMemory.Kept story) : GuidanceInForce(story), IClassFixture<GuidanceInForceInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class Journey4InSessionInMemory(Journey4InSessionInMemory.Kept story) : Journey4InSession(story), IClassFixture<Journey4InSessionInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class PlanOfContactsInMemory(PlanOfContactsInMemory.Kept story) : PlanOfContacts(story), IClassFixture<PlanOfContactsInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class FiledElsewhereInMemory(FiledElsewhereInMemory.Kept story) : FiledElsewhere(story), IClassFixture<FiledElsewhereInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

[Collection(InMemory.Name)]
public sealed class BlackjackInMemory(BlackjackInMemory.Kept story) : Blackjack(story), IClassFixture<BlackjackInMemory.Kept>
{
    public sealed class Kept() : Story(new OnACluster(new MemoryGround(new())));
}

/// <remarks>All but the repeated awakenings, for which every process must be killed in the midst: what is in memory would go with it.</remarks>
[Collection(InMemory.Name)]
public sealed class Journey5InMemory(Journey5InMemory.Kept story) : Journey5(story), IClassFixture<Journey5InMemory.Kept>
{
    public sealed class Kept : Story
    {
        internal override MortalService House { get; } = new ClusterService(new MemoryGround(new()), charter: null, sweep: true);
    }
}
