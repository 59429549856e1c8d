using Nsdd311.Calendar;
using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Tests.Charters;

/// <summary>Sections 2 and 3.3 of the rule book, and what a file's version is.</summary>
public sealed class TheNsdd311Charter
{
    private static readonly Charter Charter = Nsdd311Charter.Load();

    [Fact]
    public void It_names_itself_and_its_text() => Charter.Version.Value.Should().MatchRegex("^nsdd-311@[0-9a-f]{16}$");

    [Fact]
    public void It_has_five_goals_in_their_order() =>
        Charter.Goals.Select(goal => $"{goal.Number} {goal.Name}").Should().Equal("1 access", "2 openness", "3 influence", "4 incidents", "5 support");

    [Fact]
    public void It_has_five_agencies_of_which_State_lifts_the_objection_of_negotiation()
    {
        Charter.Agencies.Select(agency => agency.Id.ToString()).Should().Equal("STATE", "DOD", "NSC", "OCJCS", "CIA");
        Charter.Agencies.Where(agency => agency.LiftsNegotiation).Select(agency => agency.Id.ToString()).Should().Equal("STATE");
    }

    [Fact]
    public void Both_bodies_need_four_agencies_and_only_the_SIG_has_a_suspense_of_its_own()
    {
        Charter.Ig.Quorum.Should().Be(4);
        Charter.Ig.Own.Should().BeNull();
        Charter.Sig.Quorum.Should().Be(4);
        Charter.Sig.Own.Should().Be(new BodySuspense(new WorkingSpan.Days(10), new WorkingSpan.Days(3)));
        Charter.Body(BodyKind.Ig).Sessions.Should().Be(new SessionRule(2, 3, 3, 5));
        Charter.Body(BodyKind.Sig).Sessions.Should().Be(new SessionRule(2, 3, 3, 5));
    }

    [Fact]
    public void Its_deadlines_are_those_of_section_2() => Charter.Deadlines.Should().Be(new DeadlineRule(2, 10, 5, 10, 10, 20));

    [Fact]
    public void Balances_run_from_New_Year_1987_under_the_marking_of_1988()
    {
        Charter.BaselineFrom.Should().Be(new DateOnly(1987, 1, 1));
        Charter.Marking.Should().Be(MarkingRegime.Eo12356);
        (Charter.Home, Charter.Counterpart).Should().Be(("US", "USSR"));
    }

    [Fact]
    public void Its_calendar_is_that_of_Washington()
    {
        Charter.Calendar.Zone.Should().Be("America/New_York");
        Charter.Calendar.Hours.Should().Be((new TimeOnly(9, 0), new TimeOnly(17, 0)));
    }

    [Theory]
    [InlineData("secdef~minister-of-defense", "DOD", false, "visit.ministerial, talks.ministerial")]
    [InlineData("cjcs~chief-of-general-staff", "OCJCS", false, "visit.chiefs, talks.chiefs")]
    [InlineData("joint-staff~general-staff", "OCJCS", false, "talks.working-group, visit.delegation")]
    [InlineData("secarmy~cinc-ground-forces", "DOD", true, "visit.service-secretary")]
    [InlineData("secnav~cinc-navy", "DOD", true, "visit.service-secretary")]
    [InlineData("secaf~cinc-air-forces", "DOD", true, "visit.service-secretary")]
    [InlineData("csa~cinc-ground-forces", "DOD", false, "visit.service-chief")]
    [InlineData("cno~cinc-navy", "DOD", false, "visit.service-chief, exchange.ship-visit, talks.incsea")]
    [InlineData("csaf~cinc-air-forces", "DOD", false, "visit.service-chief")]
    [InlineData("cmc~naval-infantry", "DOD", true, "visit.service-chief")]
    [InlineData("ndu~voroshilov-academy", "DOD", false, "exchange.education, visit.delegation")]
    [InlineData("us-forces-sports~soviet-forces-sports", "DOD", false, "exchange.sports")]
    [InlineData("us-jve~soviet-jve", "DOD", false, "exchange.observation")]
    public void A_pair_is_open_for_its_categories(string id, string agency, bool substitute, string categories)
    {
        var pair = Charter.Find(PairId.Parse(id))!;

        pair.Agency.Should().Be(AgencyId.Parse(agency));
        (pair.Substitute is not null).Should().Be(substitute);
        string.Join(", ", pair.Categories).Should().Be(categories);
    }

    [Fact]
    public void There_are_thirteen_pairs() => Charter.Pairs.Should().HaveCount(13);
}
