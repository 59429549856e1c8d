using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What took place is recorded although its change was not cleared (1-domain, sections 3 and 5): facts are never refused, permissions are.</summary>
public sealed class FactsAreNeverRefused : ProposalSpec
{
    private static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");
    private static readonly DateTimeOffset Afterwards = New("1990-05-18T18:00:00-04:00");

    private static readonly RecordOutcome TookPlace =
        new(new Outcome.TookPlace(new(new(1990, 5, 14), new(1990, 5, 18)), Units.Of((Dimension.Events, 1), (Dimension.Days, 5)), null));

    private static readonly RecordOutcome Cancelled = new(new Outcome.Cancelled());

    private static readonly Change TwoDaysLater = new(new(new Window(new(1990, 5, 16), new(1990, 5, 20)), new([]), [Text("He goes by train.")], Text("They asked.")));

    private ValueList<ProposalEvent> facts = [];

    private Matter Matter => ((ProposalState.Lodged)Now).Matter;

    [Fact]
    public void An_outcome_while_the_change_is_vetted_is_recorded_as_a_breach_and_alerted()
    {
        GivenCleared(TwoDaysLater);

        WhenRecorded(TookPlace, Afterwards);

        facts.Should().Equal(
            new ProposalEvent.ChangeOverrun(new(3, 4, "in-vetting"), Afterwards),
            new ProposalEvent.OutcomeRecorded(TookPlace.Outcome, Contact(), [1], New("1990-06-04T17:00:00-04:00"), Afterwards));
        Now.Should().BeOfType<ProposalState.Executed>();
        var alert = MatterAlerts.Of(facts[0], Now, Afterwards).Should().ContainSingle().Subject;
        (alert.Kind, alert.Seats.Count).Should().Be(("change.overrun", 7), "five members of the SIG, its chair and the IG's chair hear of it");
        alert.Seats.Should().Contain([new(SeatKind.SigMember, State), new(SeatKind.SigChair), new(SeatKind.IgChair)]);
    }

    [Fact]
    public void The_ledger_is_told_what_took_place_and_the_open_round_stays_without_a_decision()
    {
        GivenCleared(TwoDaysLater);
        Given(new TakePosition(new Stand.Nonconcur(Text("Not by train."), Text("By air.")), []), Member(State), Friday);

        WhenRecorded(TookPlace, Afterwards);

        var commit = ProposalDecider.Owed(Now).Should().ContainSingle().Which.Should().BeOfType<Settlement.CommitContact>().Subject;
        commit.Held.Should().Be(Contact());
        Matter.Hold.Should().BeOfType<HoldStatus.Committed>();
        (Matter.Past.Count, Matter.Rulings.Count).Should().Be((4, 3));
        Matter.Past[^1].Standing(State)!.Stand.Should().BeOfType<Stand.Nonconcur>("what was said of the change stays");
    }

    [Fact]
    public void It_is_recorded_wherever_the_change_stands()
    {
        foreach (var (stands, where) in Places())
        {
            GivenCleared(TwoDaysLater, where);
            StateNames.Of(Now).Should().Be(stands);

            WhenRecorded(TookPlace, Afterwards);

            ((ProposalEvent.ChangeOverrun)facts[0]).Breach.Status.Should().Be(stands);
            Now.Should().BeOfType<ProposalState.Executed>();
            ProposalDecider.Owed(Now).OfType<Settlement.CommitContact>().Should().ContainSingle();
        }
    }

    [Fact]
    public void A_change_that_lapsed_in_its_vetting_does_not_make_the_contact_unhappened()
    {
        GivenCleared(TwoDaysLater);
        var noon = New("1990-05-21T12:00:00-04:00");
        Given(new CheckDeadline(), new Actor.Clock(), noon);
        Now.Should().BeOfType<ProposalState.Lapsed>();

        WhenRecorded(TookPlace, noon);

        ((ProposalEvent.ChangeOverrun)facts[0]).Breach.Status.Should().Be("lapsed");
        ProposalDecider.Owed(Now)[^1].Should().BeOfType<Settlement.CommitContact>("the hold was given up, the contact counts all the same");
    }

    [Fact]
    public void However_a_matter_ended_after_its_clearance_what_took_place_all_the_same_is_a_breach_an_alert_and_reaches_the_ledger()
    {
        foreach (var (ended, end) in Ends())
        {
            GivenCleared(TwoDaysLater, () => { end(); GivenSettled(Afterwards); });
            StateNames.Of(Now).Should().Be(ended);
            Matter.Hold.Should().BeOfType<HoldStatus.Released>();

            WhenRecorded(TookPlace, Afterwards);

            facts.Should().Equal(
                new ProposalEvent.ChangeOverrun(new(3, 4, ended), Afterwards),
                new ProposalEvent.OutcomeRecorded(TookPlace.Outcome, Contact(), [1], New("1990-06-04T17:00:00-04:00"), Afterwards));
            MatterAlerts.Of(facts[0], Now, Afterwards).Should().ContainSingle().Which.Kind.Should().Be("change.overrun");
            ProposalDecider.Owed(Now).Should().ContainSingle("the contact counts all the same").Which.Should().BeOfType<Settlement.CommitContact>().Which.Held.Should().Be(Contact());
        }
    }

    [Fact]
    public void What_was_withdrawn_as_it_was_cleared_and_took_place_all_the_same_is_said_in_words()
    {
        GivenCleared();
        Given(new Withdraw(Text("Given up.")), Officer, Friday);

        WhenRecorded(TookPlace, Afterwards);

        facts[0].Should().Be(new ProposalEvent.ChangeOverrun(new(3, 3, "withdrawn"), Afterwards));
        Words.Of(facts[0]).Should().Be("It took place although it was withdrawn; breach.");
    }

    [Fact]
    public void A_statement_that_was_withdrawn_and_made_all_the_same_has_its_text_as_delivered()
    {
        GivenSubmitted(PressGuidance() with { Category = new("statement.public"), Goals = [new(1, Text("We learn."))], Window = new(new(1989, 11, 14), new(1989, 11, 14)) });
        GivenStageCleared();
        Given(new Withdraw(Text("Not now.")), Officer, Friday);

        WhenRecorded(new EnterDeliveredText(null, [Text("We say this.")]), New("1989-11-14T10:00:00-05:00"));

        (Matter.Overrun!.Status, Matter.Delivery!.Against.Deviates).Should().Be(("withdrawn", false));
    }

    [Fact]
    public void What_ended_without_ever_being_cleared_has_no_outcome()
    {
        GivenSubmitted();
        Given(new Withdraw(Text("Given up.")), Officer, Friday);
        When(TookPlace, Officer, Afterwards);
        ThenRefused("proposal.ended");
    }

    [Fact]
    public void That_it_did_not_take_place_is_no_breach_and_gives_the_hold_back()
    {
        GivenCleared(TwoDaysLater);

        WhenRecorded(Cancelled, Friday);

        facts.Should().ContainSingle().Which.Should().BeOfType<ProposalEvent.OutcomeRecorded>();
        Now.Should().BeOfType<ProposalState.Closed>().Which.Matter.Past.Should().HaveCount(4);
        ProposalDecider.Owed(Now).Should().ContainSingle().Which.Should().BeOfType<Settlement.ReleaseHold>();
    }

    [Fact]
    public void The_ledgers_answer_to_the_change_comes_too_late_and_is_only_noted()
    {
        GivenCleared(TwoDaysLater, () => { GivenAllConcur(Friday); Given(ClearWith(1), Chair, Friday); });
        var ask = ProposalDecider.Owed(Now).Single();

        WhenRecorded(TookPlace, Afterwards);
        Given(new RecordAnswer(ask.Id, new SettledWith.Granted([])), new Actor.Entity(ask.Creditor), Afterwards);

        Matter.Hold.Should().BeOfType<HoldStatus.Committed>();
    }

    [Fact]
    public void What_was_never_cleared_has_no_outcome()
    {
        GivenSubmitted();
        When(TookPlace, Officer, Afterwards);
        ThenRefused("proposal.wrong-state");
    }

    [Fact]
    public void What_is_cleared_again_is_no_breach()
    {
        GivenCleared(TwoDaysLater);
        GivenStageCleared();

        WhenRecorded(TookPlace, Afterwards);

        facts.Should().ContainSingle();
        Matter.Overrun.Should().BeNull();
    }

    [Fact]
    public void Words_spoken_while_their_change_is_vetted_are_held_against_those_that_were_cleared()
    {
        GivenSubmitted(PressGuidance() with { Category = new("statement.public"), Goals = [new(1, Text("We learn."))], Window = new(new(1989, 11, 14), new(1989, 11, 14)) });
        GivenStageCleared();
        Given(new Change(new(null, new([]), [Text("We say that.")], Text("Better words."))), Officer, Friday);

        WhenRecorded(new EnterDeliveredText(null, [Text("We say this.")]), New("1989-11-14T10:00:00-05:00"));

        Matter.Delivery!.Against.Deviates.Should().BeFalse("that is what was cleared");
        Matter.Overrun.Should().Be(new ChangeBreach(1, 2, "in-vetting"));
        ReleasableTextView.Of(Matter, new(new(new("x"), new(), []), IsDistributed: true)).TextVersion.Should().Be(1);
    }

    private (string Ended, Action End)[] Ends() =>
    [
        ("withdrawn", () => Given(new Withdraw(Text("Given up.")), Officer, Friday)),
        ("disapproved", () => { Given(new Disapprove(Text("No.")), Chair, Friday); Given(new CheckDeadline(), new Actor.Clock(), Friday.AddDays(14)); }),
        ("withdrawn", () => { Given(new Return(Text("Again.")), Chair, Friday); Given(new Withdraw(Text("Given up.")), Officer, Friday); }),
    ];

    private (string Stands, Action Where)[] Places() =>
    [
        ("decided", () => { GivenAllConcur(Friday); Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Friday); Given(ClearWith(1), Chair, Friday); GivenSettled(Friday); }),
        ("blocked-on-reciprocity", () => { GivenAllConcur(Friday); Given(ClearWith(1), Chair, Friday); GivenSettled(Friday, new SettledWith.Blocked(new("ledger.out-of-bound", "2 > 1", []))); }),
        ("returned", () => Given(new Return(Text("Again.")), Chair, Friday)),
        ("at-sig", () => Given(new Forward(Text("You.")), Chair, Friday)),
        ("referred", Refer),
    ];

    private void Refer()
    {
        Given(new Forward(Text("You.")), Chair, Friday);
        foreach (var agency in (AgencyId[])[State, Dod, Nsc, Ocjcs, Cia]) Given(new TakePosition(new Stand.Concur(), []), Person(SeatKind.SigMember, agency), Friday);
        Given(new DecideByPaper(new BodyRuling.Refer(Text("He decides."))), Person(SeatKind.SigChair, null), Friday);
    }

    private void GivenCleared(Change? change = null, Action? then = null)
    {
        TellAnew();
        GivenSubmitted();
        GivenStageCleared();
        for (var stage = 0; stage < 2; stage++)
        {
            Given(new HandInStage(Visit()), Officer, Friday);
            GivenStageCleared(stage == 1 ? ["Take an interpreter along."] : []);
        }

        if (change is not null) Given(change, Officer, Friday);
        then?.Invoke();
    }

    private void GivenStageCleared(params string[] conditions)
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1) with { Conditions = conditions.Select(condition => Text(condition)).ToValueList() }, Chair, Friday);
        GivenSettled(Friday);
    }

    private void WhenRecorded(ProposalCommand fact, DateTimeOffset at)
    {
        facts = Decided(fact, Officer, at);
        Given(fact, Officer, at);
    }

    private static ContactAsHeld Contact() => new(new(1990, 5, 14), new(1990, 5, 18), ((Outcome.TookPlace)TookPlace.Outcome).Units, new Standing.Counted(), null);
}
