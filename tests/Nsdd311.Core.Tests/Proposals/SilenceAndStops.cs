using Nsdd311.Proposals;
using static Nsdd311.Proposals.ProposalCommand;
using static Nsdd311.Proposals.ProposalEvent;

namespace Nsdd311.Tests.Proposals;

/// <summary>The procedure of silence, clock stops, extension, and the lead time (journey 2; 8-charter, sections 1 and 2).</summary>
public sealed class SilenceAndStops : ProposalSpec
{
    private static readonly DateTimeOffset Wednesday = New("1988-07-27T10:00:00-04:00");

    [Fact]
    public void One_objection_breaks_the_silence_and_an_ordinary_round_of_the_same_length_begins()
    {
        GivenSubmitted(PressGuidance("1988-07-28"), Wednesday);

        Given(new TakePosition(new Stand.Nonconcur(Text("No."), Text("Say less.")), []), Member(Ocjcs), New("1988-07-27T13:30:00-04:00"));

        var round = Now.Should().BeOfType<ProposalState.InVetting>().Which.Round;
        (round.Procedure, round.Phase.DueAt, round.Number).Should().Be((RoundProcedure.Ordinary, New("1988-07-28T09:30:00-04:00"), 2));
        WhenTheClockStrikes(New("1988-07-27T14:00:00-04:00"));
        ThenNothing();
    }

    [Fact]
    public void At_expiry_the_silent_are_recorded_as_silent_and_the_chair_may_clear()
    {
        GivenSubmitted(PressGuidance("1988-07-28"), Wednesday);
        var expiry = New("1988-07-27T14:00:00-04:00");

        WhenTheClockStrikes(expiry);
        Then(new SilenceExpired(expiry, expiry, [State, Nsc, Ocjcs, Cia]));

        Given(new CheckDeadline(), new Actor.Clock(), expiry);
        When(new TakePosition(new Stand.Nonconcur(Text("No."), Text("Say less.")), []), Member(Cia), expiry);
        ThenRefused(new SilenceIsOver(expiry));
        Given(ClearWith(2), Chair, expiry);
        Now.Should().BeOfType<ProposalState.Cleared>("press guidance has no reclama time");
    }

    [Fact]
    public void The_clock_stands_still_for_the_days_of_the_stop_and_the_suspense_moves_by_them()
    {
        GivenSubmitted();
        Given(new StopClock(Text("Wait for the embassy.")), Chair, Monday.AddDays(1));

        WhenTheClockStrikes(New("1989-10-27T17:00:00-04:00"));
        ThenNothing();

        Given(new StartClock(Text("It came.")), Chair, New("1989-10-20T09:00:00-04:00"));
        Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.Phase.DueAt.Should().Be(New("1989-11-02T17:00:00-05:00"));
    }

    [Fact]
    public void After_ten_working_days_the_clock_starts_by_itself_and_stops_no_more()
    {
        GivenSubmitted();
        Given(new StopClock(Text("Wait.")), Chair, Monday);
        var resumed = New("1989-10-30T17:00:00-05:00");

        Given(new CheckDeadline(), new Actor.Clock(), resumed);
        When(new StopClock(Text("Again.")), Chair, resumed.AddMinutes(1));

        ThenRefused(new StopAllowanceUsed(10));
    }

    [Fact]
    public void A_round_is_extended_once_and_by_five_working_days_at_most()
    {
        GivenSubmitted();
        When(new Extend(6, Text("More.")), Chair, Monday);
        ThenRefused(new ExtensionTooLong(5));

        Given(new Extend(5, Text("More.")), Chair, Monday);
        Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.Phase.DueAt.Should().Be(New("1989-11-06T17:00:00-05:00"));

        When(new Extend(1, Text("More.")), Chair, Monday);
        ThenRefused(new AlreadyExtended(5));
    }

    [Fact]
    public void Press_guidance_has_neither()
    {
        GivenSubmitted(PressGuidance("1988-07-28"), Wednesday);

        When(new Extend(1, Text("More.")), Chair, Wednesday);
        ThenRefused(new ClockFixed());
        When(new StopClock(Text("Wait.")), Chair, Wednesday);
        ThenRefused(new ClockFixed());
    }

    [Theory]
    [InlineData("1989-12-19", false)]
    [InlineData("1989-12-20", true)]
    public void The_lead_time_allows_the_forty_fifth_working_day_and_none_before(string from, bool allowed)
    {
        When(new DraftAndSubmit(Id, Visit(from, "1989-12-24"), []), Officer, Monday);

        if (allowed) Given(new DraftAndSubmit(Id, Visit(from, "1989-12-24"), []), Officer, Monday);
        else ThenRefused(new TooSoon(new(1989, 12, 20)));
    }

    [Fact]
    public void With_the_chairs_leave_the_draft_is_submitted_under_the_chairs_own_suspense()
    {
        Given(new ProposalCommand.Draft(Id, Visit("1989-10-23", "1989-10-24")), Officer, Monday);
        When(new Submit([]), Officer, Monday);
        ThenRefused("proposal.too-soon");

        Given(new AskLeave(LeaveKind.LeadTime, Text("They asked late.")), Officer, Monday);
        Given(new GiveLeave(LeaveKind.LeadTime, Text("Yes."), New("1989-10-19T17:00:00-04:00")), Chair, Monday);
        Given(new Submit([]), Officer, Monday);

        Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.Phase.DueAt.Should().Be(New("1989-10-19T17:00:00-04:00"));
    }

    [Fact]
    public void An_overdue_report_stops_new_visits_but_no_statement()
    {
        When(new DraftAndSubmit(Id, Visit(), [new(1989, 7)]), Officer, Monday);
        ThenRefused(new ReportIsOverdue([new(1989, 7)]));

        Given(new DraftAndSubmit(Id, PressGuidance(), [new(1989, 7)]), Officer, Monday);
    }
}
