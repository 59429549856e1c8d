using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>"Submission is refused unless" (1-domain, section 3), one test for each condition; and what the receipt starts.</summary>
public sealed class ASubmission : ProposalSpec
{
    [Fact]
    public void It_is_refused_unless_its_category_is_in_the_charter() => Refused(Visit() with { Category = new("visit.royal") }, "proposal.category-unknown");

    [Fact]
    public void It_is_refused_unless_every_title_paragraph_and_rationale_carries_a_portion_mark()
    {
        Refused(Visit() with { Title = new(default, "SecDef visit") }, new MarkMissing(["title"]));
        Refused(Visit() with { Paragraphs = [Text("One."), new(default, "Two.")], Goals = [new(1, new(default, "Why."))] }, new MarkMissing(["paragraphs[1]", "goals[0].rationale"]));
    }

    [Fact]
    public void It_is_refused_unless_a_goal_is_claimed_and_each_has_its_rationale()
    {
        Refused(Visit() with { Goals = [] }, new GoalMissing());
        Refused(Visit() with { Goals = [new(1, Text(" "))] }, new TextMissing(["goals[0].rationale"]));
        Refused(Visit() with { Goals = [new(1, Text("Why.")), new(1, Text("Again."))] }, new GoalUnknown(1));
    }

    [Fact]
    public void It_is_refused_unless_pair_and_direction_are_named_where_the_category_needs_them()
    {
        Refused(Visit() with { Pair = null }, new PairMissing());
        Refused(Visit() with { Direction = null }, new DirectionMissing());
        Refused(Visit() with { Pair = new PairId("cno~cinc-navy") }, new PairNotOpen(new("cno~cinc-navy"), new("visit.ministerial")));
        Given(new DraftAndSubmit(Id, PressGuidance(), []), Officer, Monday);
    }

    [Fact]
    public void It_is_refused_unless_the_window_is_no_earlier_than_the_lead_time_or_the_chair_gave_leave() =>
        Refused(Visit("1989-12-19", "1989-12-22"), new TooSoon(new(1989, 12, 20)));

    [Fact]
    public void It_is_refused_unless_the_proponent_states_that_it_is_no_negotiation() => Refused(Visit() with { IsNegotiation = true }, new NegotiationStated());

    [Fact]
    public void It_is_refused_unless_units_are_declared_in_every_dimension_that_the_category_counts() =>
        Refused(Visit() with { Units = Units.Of((Dimension.Events, 1), (Dimension.Days, 5)) }, "proposal.units-missing");

    [Fact]
    public void The_clock_starts_when_the_submission_is_received_and_at_close_of_business_on_the_next_working_day()
    {
        GivenSubmitted(at: New("1989-10-16T16:59:59-04:00"));
        Round.Phase.DueAt.Should().Be(New("1989-10-30T17:00:00-05:00"));
        TellAnew();
        GivenSubmitted(at: New("1989-10-16T17:00:00-04:00"));
        Round.Phase.DueAt.Should().Be(New("1989-10-31T17:00:00-05:00"));
    }

    [Fact]
    public void The_proponents_agency_concurs_unless_it_says_otherwise()
    {
        GivenSubmitted();
        Round.Standing(Dod)!.Stand.Should().BeOfType<Stand.Concur>();
        Given(new TakePosition(new Stand.Reserve(Text("We think again.")), []), Member(Dod), Monday);
        Round.Standing(Dod)!.Stand.Should().BeOfType<Stand.Reserve>();
    }

    [Fact]
    public void Positions_may_change_until_the_round_closes_and_all_versions_stay()
    {
        GivenSubmitted();
        Given(new TakePosition(new Stand.Nonconcur(Text("No."), Text("Less.")), []), Member(State), Monday);
        Given(new TakePosition(new Stand.Concur(), []), Member(State), Monday.AddDays(1));

        Round.Positions.Where(position => position.Agency == State).Select(position => position.Stand.GetType().Name).Should().Equal("Nonconcur", "Concur");
        Round.Standing(State)!.Stand.Should().BeOfType<Stand.Concur>();
    }

    [Fact]
    public void A_nonconcur_names_its_objection_and_its_cure()
    {
        GivenSubmitted();
        When(new TakePosition(new Stand.Nonconcur(Text(" "), Text("Less.")), []), Member(State), Monday);
        ThenRefused(new ObjectionMissing());
        When(new TakePosition(new Stand.Nonconcur(Text("No."), Text(" ")), []), Member(State), Monday);
        ThenRefused(new CureMissing());
    }

    [Fact]
    public void A_critical_comment_stands_like_a_nonconcur_until_its_author_accepts_the_disposition()
    {
        GivenSubmitted();
        GivenAllConcur(Monday);
        Given(new TakePosition(new Stand.ConcurWithComment(), [new(CommentGrade.Critical, Text("Not that base."))]), Member(Cia), Monday);
        When(ClearWith(1), Chair, Monday);
        ThenRefused("proposal.standing-nonconcur");
        Given(new ProposeDisposition(1, Text("Another base.")), Officer, Monday);
        When(ClearWith(1), Chair, Monday);
        ThenRefused("proposal.standing-nonconcur");

        Given(new AnswerDisposition(1, true), Member(Cia), Monday);
        Given(ClearWith(1), Chair, Monday);
    }

    [Fact]
    public void Every_stop_start_and_extension_is_a_fact_with_its_reason_and_the_allowance_left()
    {
        GivenSubmitted();
        Decided(new StopClock(Text("They have not answered.")), Chair, Monday).Should().ContainSingle().Which.Should().BeOfType<ProposalEvent.ClockStopped>()
            .Which.Should().Match<ProposalEvent.ClockStopped>(stopped => stopped.Reason == Text("They have not answered.") && stopped.AllowanceLeft == 10);
        Given(new StopClock(Text("They have not answered.")), Chair, Monday);
        Decided(new StartClock(Text("They have.")), Chair, Monday.AddDays(2)).Should().ContainSingle().Which.Should().BeOfType<ProposalEvent.ClockStarted>()
            .Which.Should().Match<ProposalEvent.ClockStarted>(started => started.Reason == Text("They have.") && started.StoodFor == 2 && started.AllowanceLeft == 8);
        Given(new StartClock(Text("They have.")), Chair, Monday.AddDays(2));
        Decided(new Extend(3, Text("It is long.")), Chair, Monday.AddDays(2)).Should().ContainSingle().Which.Should().BeOfType<ProposalEvent.Extended>().Which.Reason.Should().Be(Text("It is long."));
    }

    private Round Round => Now.Should().BeOfType<ProposalState.InVetting>().Subject.Round;

    private void Refused(Paper paper, string code)
    {
        When(new DraftAndSubmit(Id, paper, []), Officer, Monday);
        ThenRefused(code);
    }

    private void Refused(Paper paper, Refusal refusal)
    {
        When(new DraftAndSubmit(Id, paper, []), Officer, Monday);
        ThenRefused(refusal);
    }
}
