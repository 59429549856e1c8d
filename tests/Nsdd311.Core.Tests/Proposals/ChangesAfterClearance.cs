using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>Dates, party, sites and ships after clearance (8-charter, annexes A and C).</summary>
public sealed class ChangesAfterClearance : ProposalSpec
{
    private static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");

    public ChangesAfterClearance()
    {
        GivenSubmitted();
        GivenStageCleared();
        for (var stage = 0; stage < 2; stage++)
        {
            Given(new HandInStage(Visit()), Officer, Friday);
            GivenStageCleared();
        }
    }

    [Fact]
    public void Other_days_reopen_the_final_stage_with_all_positions_anew()
    {
        Given(Later(), Officer, Friday);

        var vetting = Now.Should().BeOfType<ProposalState.InVetting>().Subject;
        (vetting.Round.Stage, vetting.Round.Number, vetting.Matter.Dossier.TextVersion).Should().Be((Stage.Final, 4, 4));
        vetting.Round.Phase.DueAt.Should().Be(New("1989-10-27T17:00:00-04:00"));
        vetting.Round.HasSpoken(State).Should().BeFalse();
        vetting.Matter.Hold.Should().BeOfType<HoldStatus.Held>("what is held stays held until it is priced again");
    }

    [Fact]
    public void The_difference_from_what_was_cleared_is_shown()
    {
        Given(new Change(new(new Window(new(1990, 5, 15), new(1990, 5, 18)), Units.Of((Dimension.Sites, 3)), [Text("He goes by train.", "C")], Text("They asked."))), Officer, Friday);

        var change = ProposalView.Of(Now, new(new(new("x"), new(), []), IsDistributed: true))!.Changes.Should().ContainSingle().Subject;
        change.Differences.Should().Equal(new Difference("window.from", "1990-05-14", "1990-05-15"), new Difference("units.sites", "4", "3"));
        (change.Removed.Count, change.Added.Count).Should().Be((0, 0), "this reader is not cleared for the paragraph");
    }

    [Fact]
    public void Cleared_again_it_prices_the_hold_by_the_new_days_and_figures()
    {
        Given(Later(), Officer, Friday);
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);

        var ask = ProposalDecider.Owed(Now).Should().ContainSingle().Which.Should().BeOfType<Settlement.AskHold>().Subject;
        (ask.Reprices, ask.Request.FirstDay, ask.Request.Units.Halves(new("persons"))).Should().Be((true, new DateOnly(1990, 5, 15), 60));
        GivenSettled(Friday);

        Now.Should().BeOfType<ProposalState.Cleared>().Which.FirstDayAt.Should().Be(New("1990-05-15T00:00:00-04:00"));
    }

    [Fact]
    public void A_change_that_changes_nothing_is_none()
    {
        When(new Change(new(Visit().Window, Units.Of((Dimension.Days, 5)), null, Text("Again."))), Officer, Friday);

        ThenRefused(new NothingChanged());
    }

    [Fact]
    public void The_new_days_obey_the_rules_of_any_text()
    {
        When(new Change(new(new Window(new(1989, 12, 19), new(1989, 12, 20)), new([]), null, Text("Sooner."))), Officer, Friday);
        ThenRefused(new TooSoon(new(1989, 12, 20)));
        When(new Change(new(new Window(new(1990, 5, 18), new(1990, 5, 14)), new([]), null, Text("Back."))), Officer, Friday);
        ThenRefused(new WindowReversed());
    }

    [Fact]
    public void Days_earlier_than_the_lead_time_allows_need_the_chairs_leave_which_serves_once()
    {
        var sooner = new Change(new(new Window(new(1989, 12, 11), new(1989, 12, 15)), new([]), null, Text("He comes sooner.")));
        When(sooner, Officer, Friday);
        ThenRefused(new TooSoon(new(1989, 12, 20)));
        When(new GiveLeave(LeaveKind.LeadTime, Text("No."), null), Officer, Friday);
        ThenRefused("seat.not-entitled");

        Given(new AskLeave(LeaveKind.LeadTime, Text("They asked.")), Officer, Friday);
        Given(new GiveLeave(LeaveKind.LeadTime, Text("So be it."), New("1989-10-24T12:00:00-04:00")), Chair, Friday);
        Given(sooner, Officer, Friday);

        var vetting = Now.Should().BeOfType<ProposalState.InVetting>().Subject;
        vetting.Round.Phase.DueAt.Should().Be(New("1989-10-24T12:00:00-04:00"), "the chair named a suspense");
        vetting.Matter.Dossier.LeaveFor(LeaveKind.LeadTime).Should().BeNull("it was used");
    }

    [Fact]
    public void A_leave_whose_suspense_is_over_opens_no_round()
    {
        Given(new GiveLeave(LeaveKind.LeadTime, Text("So be it."), Friday.AddHours(1)), Chair, Friday);

        When(new Change(new(new Window(new(1989, 12, 11), new(1989, 12, 15)), new([]), null, Text("Sooner."))), Officer, Friday.AddHours(2));

        ThenRefused(new SuspensePast(Friday.AddHours(1)));
    }

    [Fact]
    public void A_cleared_matter_has_no_use_for_another_leave()
    {
        foreach (var kind in (LeaveKind[])[LeaveKind.Amendment, LeaveKind.OverdueReport])
        {
            When(new GiveLeave(kind, Text("Yes."), null), Chair, Friday);
            ThenRefused("proposal.wrong-state");
        }
    }

    [Fact]
    public void Only_what_is_cleared_is_changed_and_only_by_the_proponent()
    {
        When(Later(), Member(State), Friday);
        ThenRefused("seat.not-entitled");
        Given(Later(), Officer, Friday);

        When(Later(), Officer, Friday);
        ThenRefused("proposal.wrong-state");
    }

    private static Change Later() => new(new(new Window(new(1990, 5, 15), new(1990, 5, 18)), Units.Of((new("persons"), 30)), null, Text("A day later.")));

    private void GivenStageCleared()
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);
        GivenSettled(Friday);
    }
}
