using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Journeys;

// The journeys with the journal in the file that standalone keeps unless told otherwise.
public sealed class Journey1OnSqlite(Journey1OnSqlite.Kept story) : Journey1(story), IClassFixture<Journey1OnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class Journey2OnSqlite(Journey2OnSqlite.Kept story) : Journey2(story), IClassFixture<Journey2OnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class Journey4OnSqlite(Journey4OnSqlite.Kept story) : Journey4(story), IClassFixture<Journey4OnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class Journey4CancelledOnSqlite(Journey4CancelledOnSqlite.Kept story) : Journey4Cancelled(story), IClassFixture<Journey4CancelledOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class Journey4FrozenOnSqlite(Journey4FrozenOnSqlite.Kept story) : Journey4Frozen(story), IClassFixture<Journey4FrozenOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class SecondCharterOnSqlite(SecondCharterOnSqlite.Kept story) : SecondCharter(story), IClassFixture<SecondCharterOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class Journey3OnSqlite(Journey3OnSqlite.Kept story) : Journey3(story), IClassFixture<Journey3OnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class Journey3ByPaperOnSqlite(Journey3ByPaperOnSqlite.Kept story) : Journey3ByPaper(story), IClassFixture<Journey3ByPaperOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class Journey3AgainOnSqlite(Journey3AgainOnSqlite.Kept story) : Journey3Again(story), IClassFixture<Journey3AgainOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class EnclosedFilesOnSqlite(EnclosedFilesOnSqlite.Kept story) : EnclosedFiles(story), IClassFixture<EnclosedFilesOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class ChangedPlansOnSqlite(ChangedPlansOnSqlite.Kept story) : ChangedPlans(story), IClassFixture<ChangedPlansOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class GuidanceInForceOnSqlite(GuidanceInForceOnSqlite.Kept story) : GuidanceInForce(story), IClassFixture<GuidanceInForceOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class Journey4InSessionOnSqlite(Journey4InSessionOnSqlite.Kept story) : Journey4InSession(story), IClassFixture<Journey4InSessionOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class PlanOfContactsOnSqlite(PlanOfContactsOnSqlite.Kept story) : PlanOfContacts(story), IClassFixture<PlanOfContactsOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class FiledElsewhereOnSqlite(FiledElsewhereOnSqlite.Kept story) : FiledElsewhere(story), IClassFixture<FiledElsewhereOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}

public sealed class BlackjackOnSqlite(BlackjackOnSqlite.Kept story) : Blackjack(story), IClassFixture<BlackjackOnSqlite.Kept>
{
    public sealed class Kept() : Story(KeptIn.Folder);
}
