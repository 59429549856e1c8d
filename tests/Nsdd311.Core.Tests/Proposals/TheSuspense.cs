using Nsdd311.Proposals;
using static Nsdd311.Proposals.ProposalCommand;
using static Nsdd311.Proposals.ProposalEvent;

namespace Nsdd311.Tests.Proposals;

/// <summary>What the clock does to a round (8-charter, section 1, and journey 5).</summary>
public sealed class TheSuspense : ProposalSpec
{
    private static readonly DateTimeOffset Submitted = New("1989-10-30T10:00:00-05:00");
    private static readonly DateTimeOffset Suspense = New("1989-11-14T17:00:00-05:00");
    private static readonly DateTimeOffset Escalation = New("1989-11-16T17:00:00-05:00");
    private static readonly DateTimeOffset Restart = New("1989-11-20T08:00:00-05:00");

    public TheSuspense()
    {
        GivenSubmitted(Visit("1990-02-05", "1990-02-09"), Submitted);
        foreach (var agency in (AgencyId[])[State, Nsc, Ocjcs]) Given(new TakePosition(new Stand.Concur(), []), Member(agency), Submitted.AddHours(1));
    }

    [Fact]
    public void An_alarm_that_rings_early_changes_nothing()
    {
        WhenTheClockStrikes(New("1989-11-08T17:00:00-05:00").AddTicks(-10));

        ThenNothing();
    }

    [Fact]
    public void Three_working_days_before_it_the_silent_are_warned()
    {
        WhenTheClockStrikes(New("1989-11-08T17:00:00-05:00"));

        Then(new Warned(New("1989-11-08T17:00:00-05:00"), New("1989-11-08T17:00:00-05:00"), [Cia]));
    }

    [Fact]
    public void It_passes_and_names_the_silent()
    {
        WhenTheClockStrikes(Suspense);

        Then(new SuspensePassed(Suspense, Suspense, [Cia], New("1989-11-15T17:00:00-05:00")));
    }

    [Fact]
    public void A_suspense_in_the_dark_is_recorded_with_both_instants_and_what_follows_counts_from_noticed()
    {
        WhenTheClockStrikes(Restart);

        Then(
            new SuspensePassed(Suspense, Restart, [Cia], New("1989-11-21T17:00:00-05:00")),
            new Escalated(Escalation, Restart, [Cia], new(New("1989-12-05T17:00:00-05:00"), New("1989-11-30T17:00:00-05:00"))));
    }

    [Fact]
    public void Ringing_twice_records_it_once()
    {
        Given(new CheckDeadline(), new Actor.Clock(), Restart);

        WhenTheClockStrikes(Restart);

        ThenNothing();
    }

    [Fact]
    public void A_silent_mandatory_agency_is_reminded_each_working_day()
    {
        Given(new CheckDeadline(), new Actor.Clock(), Suspense);

        WhenTheClockStrikes(New("1989-11-15T17:00:00-05:00"));

        Then(new Reminded(New("1989-11-15T17:00:00-05:00"), New("1989-11-15T17:00:00-05:00"), [Cia], Escalation));
    }

    [Fact]
    public void A_position_after_the_suspense_counts_and_is_marked_late()
    {
        Given(new CheckDeadline(), new Actor.Clock(), Suspense);
        Given(new TakePosition(new Stand.Concur(), []), Member(Cia), Suspense.AddHours(16));

        Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.Standing(Cia)!.Late.Should().BeTrue();
        ProposalDecider.NextWake(Now).Should().Be(New("1990-02-10T00:00:00-05:00"), "nobody is silent, so only the window's end is left");
    }

    [Fact]
    public void After_it_has_gone_to_the_SIG_the_round_is_closed()
    {
        Given(new CheckDeadline(), new Actor.Clock(), Restart);

        When(new TakePosition(new Stand.Concur(), []), Member(Cia), Restart);

        ThenRefused(new RoundClosed("at-sig"));
    }

    [Fact]
    public void An_interim_reply_meets_the_suspense_until_the_day_that_it_names()
    {
        var fullBy = New("1989-11-17T17:00:00-05:00");
        Given(new ReplyInterim(new(1989, 11, 17), Text("We need more time.")), Member(Cia), Submitted.AddDays(1));
        Given(new CheckDeadline(), new Actor.Clock(), Suspense);

        WhenTheClockStrikes(New("1989-11-17T16:59:00-05:00"));
        ThenNothing();

        WhenTheClockStrikes(fullBy);
        Then(new Reminded(fullBy, fullBy, [Cia], New("1989-11-20T17:00:00-05:00")));
    }

    [Fact]
    public void The_window_over_the_matter_lapses()
    {
        Given(new CheckDeadline(), new Actor.Clock(), New("1990-02-10T00:00:00-05:00"));

        Now.Should().BeOfType<ProposalState.Lapsed>();
    }
}
