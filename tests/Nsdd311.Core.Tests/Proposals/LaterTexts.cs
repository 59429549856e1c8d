using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What a text may name, and what a later one may change: days that are ahead, no sooner than the lead time, in the same matter.</summary>
public sealed class LaterTexts : ProposalSpec
{
    private static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");

    [Theory]
    [InlineData("1989-10-01", "1989-10-15", "proposal.window-past")]
    [InlineData("9999-12-01", "9999-12-31", "proposal.window-impossible")]
    [InlineData("1990-05-18", "1990-05-14", "proposal.window-reversed")]
    public void Days_that_nobody_can_vet_are_refused_even_in_a_draft(string from, string to, string code)
    {
        When(new ProposalCommand.Draft(Id, Visit(from, to)), Officer, Monday);
        ThenRefused(code);

        When(new DraftAndSubmit(Id, Visit(from, to), []), Officer, Monday);
        ThenRefused(code);
    }

    [Fact]
    public void An_amended_window_moves_the_lapse()
    {
        GivenSubmitted();
        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
        Given(new Amend(Visit("1990-06-11", "1990-06-15")), Officer, Friday);

        Now.Should().BeOfType<ProposalState.InVetting>().Which.Matter.Dossier.LapseAt.Should().Be(New("1990-06-16T00:00:00-04:00"));
    }

    [Fact]
    public void An_amendment_a_revision_and_a_resubmission_keep_the_lead_time_of_the_first_submission()
    {
        GivenSubmitted();
        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
        When(new Amend(Visit("1989-12-19", "1989-12-22")), Officer, Friday);
        ThenRefused(new TooSoon(new(1989, 12, 20)));

        Given(new Return(Text("Again.")), Chair, Friday);
        When(new Revise(Visit("1989-12-19", "1989-12-22")), Officer, Friday);
        ThenRefused(new TooSoon(new(1989, 12, 20)));
        When(new Resubmit(Visit("1989-12-19", "1989-12-22")), Officer, Friday);
        ThenRefused(new TooSoon(new(1989, 12, 20)));
        Given(new Resubmit(Visit("1989-12-20", "1989-12-22")), Officer, Friday);
    }

    [Fact]
    public void A_leave_whose_suspense_is_over_opens_no_round()
    {
        Given(new ProposalCommand.Draft(Id, Visit()), Officer, Monday);
        Given(new AskLeave(LeaveKind.LeadTime, Text("Please.")), Officer, Monday);
        Given(new GiveLeave(LeaveKind.LeadTime, Text("Yes."), Friday), Chair, Monday);

        When(new Submit([]), Officer, Friday);

        ThenRefused(new SuspensePast(Friday));
    }

    [Fact]
    public void Who_has_not_confirmed_an_amended_text_is_silent_on_it_and_the_matter_goes_on_without_waiting_for_ever()
    {
        GivenSubmitted();
        GivenAllConcur(Friday);
        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
        Given(new Amend(Visit()), Officer, Friday);
        foreach (var agency in (AgencyId[])[State, Nsc, Ocjcs]) Given(new ConfirmPosition(), Member(agency), Friday);

        Given(new CheckDeadline(), new Actor.Clock(), New("1989-10-30T17:00:00-05:00"));
        Given(new CheckDeadline(), new Actor.Clock(), New("1989-11-01T17:00:00-05:00"));

        Now.Should().BeOfType<ProposalState.AtSig>();
    }

    [Fact]
    public void An_interim_reply_that_names_a_day_before_the_suspense_takes_no_time_away()
    {
        GivenSubmitted();
        foreach (var agency in (AgencyId[])[State, Nsc, Ocjcs]) Given(new TakePosition(new Stand.Concur(), []), Member(agency), Friday);
        Given(new ReplyInterim(new(1989, 10, 24), Text("Soon.")), Member(Cia), Friday);

        Given(new CheckDeadline(), new Actor.Clock(), New("1989-10-30T17:00:00-05:00"));

        Now.Should().BeOfType<ProposalState.InVetting>();
        ProposalDecider.NextWake(Now).Should().BeBefore(New("1989-11-01T17:00:01-05:00"));
    }

    [Fact]
    public void Figures_that_the_ledger_would_not_take_are_refused_with_the_outcome()
    {
        GivenSubmitted();
        for (var stage = 0; stage < 3; stage++)
        {
            if (stage > 0) Given(new HandInStage(Visit()), Officer, Friday);
            GivenAllConcur(Friday);
            Given(ClearWith(1), Chair, Friday);
            GivenSettled(Friday);
        }

        var held = new Window(new(1990, 5, 14), new(1990, 5, 18));
        When(new RecordOutcome(new Outcome.TookPlace(held, Units.Of((Dimension.Days, 10_001)), null)), Officer, New("1990-05-21T09:00:00-04:00"));

        ThenRefused("outcome.units-invalid");
    }
}
