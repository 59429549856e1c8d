using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>"Outcomes" (1-domain, section 5), one test for each; and what is due after the last day (section 3).</summary>
public sealed class EveryOutcome : ProposalSpec
{
    private static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");
    private static readonly DateTimeOffset Afterwards = New("1990-05-21T09:00:00-04:00");
    private static readonly Window Days = new(new(1990, 5, 14), new(1990, 5, 16));

    public EveryOutcome()
    {
        GivenSubmitted();
        for (var stage = 0; stage < 3; stage++)
        {
            if (stage > 0) Given(new HandInStage(Visit()), Officer, Friday);
            GivenAllConcur(Friday);
            Given(ClearWith(1), Chair, Friday);
            GivenSettled(Friday);
        }
    }

    [Fact]
    public void What_took_place_counts_and_its_report_is_due_ten_working_days_after_the_last_day() =>
        Recorded(new Outcome.TookPlace(Days, default, null)).Should().Match<ProposalEvent.OutcomeRecorded>(
            e => e.Contact!.Standing is Standing.Counted && e.ReportDue == New("1990-05-31T17:00:00-04:00"));

    [Fact]
    public void The_outcome_is_due_two_working_days_after_the_last_day() =>
        ((ProposalState.Cleared)Now).OutcomeDue.Should().Be(New("1990-05-22T17:00:00-04:00"));

    [Fact]
    public void What_was_curtailed_by_the_visitor_counts_and_leaves_no_choice()
    {
        When(new RecordOutcome(new Outcome.Curtailed(Days, default, CurtailmentCause.Visitor, Counts: false)), Officer, Afterwards);
        ThenRefused(new ChoiceNotOpen());
        Recorded(new Outcome.Curtailed(Days, default, CurtailmentCause.Visitor, Counts: true)).Contact!.Standing.Should().BeOfType<Standing.Counted>();
    }

    [Theory]
    [InlineData(CurtailmentCause.Host, "host")]
    [InlineData(CurtailmentCause.Medical, "medical")]
    [InlineData(CurtailmentCause.ForceMajeure, "force-majeure")]
    public void What_was_curtailed_otherwise_counts_as_the_visitor_chooses(CurtailmentCause cause, string word)
    {
        Recorded(new Outcome.Curtailed(Days, default, cause, Counts: false)).Contact!.Standing.Should().Be(new Standing.VisitorsChoice(word));
        Recorded(new Outcome.Curtailed(Days, default, cause, Counts: true)).Contact!.Standing.Should().BeOfType<Standing.Counted>();
    }

    [Fact]
    public void What_the_host_prohibits_nobody_can_help_or_either_side_cancels_gives_its_hold_back()
    {
        foreach (var outcome in (Outcome[])[new Outcome.ProhibitedByHost(), new Outcome.ForceMajeure(), new Outcome.Cancelled()])
        {
            var recorded = Recorded(outcome);
            (recorded.Contact, recorded.ReportDue).Should().Be((null, null));
            ProposalDecider.Owed(ProposalDecider.Evolve(Now, recorded)).Should().ContainSingle().Which.Should().BeOfType<Settlement.ReleaseHold>();
        }
    }

    [Fact]
    public void What_is_off_quota_counts_for_nothing_on_a_ground_of_its_category_alone()
    {
        Recorded(new Outcome.OffQuota(Days, default, "summit-margins")).Contact!.Standing.Should().Be(new Standing.OffQuota("summit-margins"));
        When(new RecordOutcome(new Outcome.OffQuota(Days, default, "distress-call")), Officer, Afterwards);
        ThenRefused("outcome.ground-unknown");
    }

    [Fact]
    public void What_took_place_in_a_third_country_counts_as_the_charter_says() =>
        Recorded(new Outcome.ThirdCountry(Days, default)).Contact!.Standing.Should().BeOfType<Standing.ThirdCountry>();

    [Fact]
    public void A_figure_that_nobody_reported_is_unknown_and_not_zero() =>
        Recorded(new Outcome.TookPlace(Days, Units.Of((Dimension.Events, 1)), null)).Contact!.Units.Halves(Dimension.Days).Should().BeNull();

    private ProposalEvent.OutcomeRecorded Recorded(Outcome outcome) =>
        Decided(new RecordOutcome(outcome), Officer, Afterwards).Should().ContainSingle().Which.Should().BeOfType<ProposalEvent.OutcomeRecorded>().Subject;
}
