using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>"To develop and coordinate the policy guidance": itself a matter, numbered, in force from a day, superseded, answered to (1-domain, section 3).</summary>
public sealed class TheGuidance : SigSpec
{
    private static readonly LogNumber First = new(1989, 7);
    private static readonly ValueList<GuidanceInForce> InForce = [new(First, [new("visit.ministerial")])];

    [Fact]
    public void It_names_an_effective_day_and_what_it_governs()
    {
        When(new DraftAndSubmit(Id, Guidance() with { Guidance = null }, []), Officer, Monday);
        ThenRefused(new GuidanceTermsMissing());

        When(new DraftAndSubmit(Id, Guidance(governs: []), []), Officer, Monday);
        ThenRefused(new GuidanceTermsMissing());
    }

    [Theory]
    [InlineData("no.such-category")]
    [InlineData("guidance.policy")]
    public void It_governs_categories_of_the_charter_and_never_itself(string code)
    {
        When(new ProposalCommand.Draft(Id, Guidance(governs: [new(code)])), Officer, Monday);
        ThenRefused(new GuidanceCategory(new(code)));
    }

    [Fact]
    public void It_names_no_category_twice()
    {
        When(new ProposalCommand.Draft(Id, Guidance(governs: [new("visit.ministerial"), new("visit.ministerial")])), Officer, Monday);
        ThenRefused(new GuidanceCategory(new("visit.ministerial")));
    }

    [Fact]
    public void Nothing_else_lays_guidance_down()
    {
        When(new ProposalCommand.Draft(Id, Visit() with { Guidance = Guidance().Guidance }), Officer, Monday);
        ThenRefused(new GuidanceMisplaced());
    }

    [Fact]
    public void A_submission_in_a_governed_category_says_how_it_conforms()
    {
        When(new DraftAndSubmit(Id, Visit(), []) { Guidance = InForce }, Officer, Monday);
        ThenRefused(new GuidanceUnanswered([First]));

        Given(new DraftAndSubmit(Id, Conforming(), []) { Guidance = InForce }, Officer, Monday);
        Now.Should().BeOfType<ProposalState.InVetting>();
    }

    [Fact]
    public void A_draft_is_held_to_it_when_it_is_submitted()
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);

        When(new Submit([]) { Guidance = InForce }, Officer, Monday);

        ThenRefused(new GuidanceUnanswered([First]));
    }

    [Fact]
    public void What_is_not_in_force_for_the_category_is_not_answered_to()
    {
        When(new DraftAndSubmit(Id, Conforming(), []), Officer, Monday);
        ThenRefused(new GuidanceNotInForce([First]));

        When(new DraftAndSubmit(Id, Conforming(), []) { Guidance = [new(First, [new("visit.chiefs")])] }, Officer, Monday);
        ThenRefused(new GuidanceNotInForce([First]));
    }

    [Fact]
    public void How_it_conforms_is_marked_and_said()
    {
        When(new ProposalCommand.Draft(Id, Visit() with { Conformity = [new(First, new(default, "As it asks."))] }), Officer, Monday);
        ThenRefused(new MarkMissing(["conformity[0].how"]));

        When(new ProposalCommand.Draft(Id, Visit() with { Conformity = [new(First, Text(" "))] }), Officer, Monday);
        ThenRefused(new TextMissing(["conformity[0].how"]));
    }

    [Fact]
    public void A_later_text_drops_no_answer()
    {
        Given(new DraftAndSubmit(Id, Conforming(), []) { Guidance = InForce }, Officer, Monday);
        GivenSettled(Monday);
        Given(new Return(Text("Say more.")), Chair, Friday);

        When(new Resubmit(Visit()), Officer, Friday);
        ThenRefused(new GuidanceUnanswered([First]));

        Given(new Resubmit(Conforming()), Officer, Friday);
    }

    [Fact]
    public void It_replaces_only_what_is_in_force_and_says_so_once()
    {
        When(new DraftAndSubmit(Id, Guidance(replaces: new(1989, 8)), []) { Guidance = InForce }, Officer, Monday);
        ThenRefused(new GuidanceReplacesUnknown(new(1989, 8)));

        Given(new DraftAndSubmit(Id, Guidance(replaces: First), []) { Guidance = InForce }, Officer, Monday);
        GivenSettled(Monday);
        Given(new Return(Text("Say more.")), Chair, Friday);
        When(new Resubmit(Guidance()), Officer, Friday);
        ThenRefused(new IdentityFixed(["guidance.replaces"]));
    }

    [Fact]
    public void Cleared_it_stands_until_a_successor_is_in_force()
    {
        var old = Cleared(Guidance(), First);
        var @new = Cleared(Guidance(effective: "1989-12-01", replaces: First), new(1989, 9));
        ClearedGuidance[] all = [old, @new];

        StandingsOn("1989-10-31").Should().Equal(GuidanceStanding.NotYet, GuidanceStanding.NotYet);
        StandingsOn("1989-11-01").Should().Equal(GuidanceStanding.InForce, GuidanceStanding.NotYet);
        StandingsOn("1989-11-30").Should().Equal(GuidanceStanding.InForce, GuidanceStanding.NotYet);
        StandingsOn("1989-12-01").Should().Equal(GuidanceStanding.Superseded, GuidanceStanding.InForce);

        IEnumerable<GuidanceStanding> StandingsOn(string day) => all.Select(guidance => guidance.On(all, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Cleared_it_ends_by_no_single_agencys_word()
    {
        GivenCleared(Guidance());

        When(new Withdraw(Text("No more.")), Officer, Friday);
        ThenRefused(new GuidanceStands());
        When(new RecordOutcome(new Outcome.Cancelled()), Officer, Friday);
        ThenRefused(new GuidanceStands());
    }

    [Fact]
    public void Who_may_not_know_of_it_is_not_shown_it()
    {
        var guidance = Cleared(Guidance(), First);
        var (officer, stranger) = (ReaderIn(new Seat(SeatKind.ActionOfficer, State)), ReaderIn());

        GuidanceView.Of(guidance, [guidance], new(1989, 11, 1), officer)!.Title.Should().BeNull("it is confidential");
        GuidanceView.Of(guidance, [guidance], new(1989, 11, 1), stranger).Should().BeNull();

        static Reader ReaderIn(params ReadOnlySpan<Seat> seats) => new(new("state.ao"), PortionMark.Parse("U"), [.. seats]);
    }

    private ClearedGuidance Cleared(Paper paper, LogNumber number)
    {
        GivenCleared(paper);
        var cleared = (ProposalState.Cleared)Now;
        return ClearedGuidance.Of(cleared with { Matter = cleared.Matter with { Number = number } })!;
    }

    private void GivenCleared(Paper paper)
    {
        GivenAfresh();
        Given(new DraftAndSubmit(Id, paper, []) { Guidance = InForce }, Officer, Monday);
        GivenSettled(Monday);
        Given(new Forward(Text("You.")), Chair, Monday);
        GivenAllOfSigConcur();
        Given(ByPaper(Cleared(4)), SigChair, Friday);
        GivenSettled(Friday);
        Now.Should().BeOfType<ProposalState.Cleared>();
    }

    private static Paper Conforming() => Visit() with { Conformity = [new(First, Text("As it asks."))] };

    private static Paper Guidance(string effective = "1989-11-01", ValueList<CategoryCode>? governs = null, LogNumber? replaces = null) => new(
        new("guidance.policy"), null, null, "Guidance", Text("How ministers meet", "C"), [Text("They show what they see.")], [new(4, Text("All do alike."))], null, default, [], false, null, null, null)
    {
        Guidance = new(DateOnly.Parse(effective, System.Globalization.CultureInfo.InvariantCulture), governs ?? [new("visit.ministerial")], replaces),
    };
}
