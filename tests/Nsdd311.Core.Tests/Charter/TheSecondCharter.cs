using Nsdd311.Calendar;
using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Tests.Charters;

/// <summary>Another relationship runs on the same program: nothing of NSDD-311 is code.</summary>
public sealed class TheSecondCharter
{
    private static readonly Charter Charter = ((CharterReading.Sound)CharterFile.Parse(CharterFiles.Second)).Charter;

    [Fact]
    public void It_has_agencies_goals_quorum_and_marking_of_its_own()
    {
        Charter.Agencies.Select(agency => agency.Id.ToString()).Should().Equal("DEFENCE", "DFAT", "ONI");
        Charter.Goals.Should().HaveCount(3);
        (Charter.Ig.Quorum, Charter.Sig.Quorum).Should().Be((2, 3));
        Charter.Sig.Suspense.Should().Be(new WorkingSpan.Days(7));
        Charter.Marking.Should().Be(MarkingRegime.Eo13526);
    }

    [Fact]
    public void It_counts_in_dimensions_of_its_own_events_first() =>
        Charter.Find(CategoryCode.Parse("exchange.patrol"))!.Reciprocity!.Dimensions.Select(rule => rule.Dimension.Code).Should().Equal("events", "hulls", "aircraft");

    [Fact]
    public void It_knows_neither_the_categories_nor_the_pairs_of_the_first()
    {
        Charter.Find(CategoryCode.Parse("visit.ministerial")).Should().BeNull();
        Charter.Find(PairId.Parse("secdef~minister-of-defense")).Should().BeNull();
        Charter.Find(AgencyId.Parse("CIA")).Should().BeNull();
    }

    [Theory]
    [InlineData("2025-04-16 10:00 +10:00", "2wd", "2025-04-22 16:30 +10:00")]
    [InlineData("2025-10-02 16:30 +10:00", "1wd", "2025-10-07 16:30 +11:00")]
    [InlineData("2025-12-22 09:00 +11:00", "2wd", "2025-12-29 16:30 +11:00")]
    [InlineData("2024-08-29 12:00 +10:00", "6wh", "2024-09-02 10:00 +10:00")]
    [InlineData("2022-12-23 09:00 +11:00", "1wd", "2022-12-28 16:30 +11:00")]
    public void Its_working_days_follow_its_own_holidays_and_summer_time(string received, string span, string expected) =>
        Charter.Calendar.Suspense(Calendar.AnnexD.At(received), WorkingSpan.TryParse(span)!).Should().Be(Calendar.AnnexD.At(expected)).And.HaveOffset(Calendar.AnnexD.At(expected).Offset);

    [Fact]
    public void It_names_agencies_of_its_own_for_what_a_visit_is_shown()
    {
        Charter.Find(CategoryCode.Parse("visit.minister"))!.Disclosure!.Concurring.Select(agency => agency.ToString()).Should().Equal("ONI");
        Charter.Find(CategoryCode.Parse("exchange.patrol"))!.Disclosure!.Concurring.Select(agency => agency.ToString()).Should().Equal("DEFENCE", "ONI");
        Charter.Find(CategoryCode.Parse("exchange.cadets"))!.Disclosure.Should().BeNull();
    }

    [Fact]
    public void A_stage_knows_what_follows_it()
    {
        var visit = Charter.Find(CategoryCode.Parse("visit.minister"))!;

        visit.FirstStage.Should().Be(Stage.Concept);
        visit.StageAfter(Stage.Concept).Should().Be(Stage.Final);
        visit.StageAfter(Stage.Final).Should().BeNull();
        visit.SuspenseOf(Stage.Final).Should().Be(new WorkingSpan.Days(4));
    }

    [Fact]
    public void The_version_is_the_name_and_the_digest_so_a_changed_byte_is_another_charter()
    {
        var other = CharterFile.Parse(CharterFiles.Second.Append((byte)'\n').ToArray());

        var changed = other.Should().BeOfType<CharterReading.Sound>().Which.Charter;
        changed.Version.Should().NotBe(Charter.Version);
        changed.Should().NotBe(Charter);
        Charter.Version.Value.Should().StartWith("southern-contacts@");
    }
}
