using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>A freeze lifted until an instant, a debt written off, a debt carried (1-domain, section 5; journey 4, step 16).</summary>
public sealed class FreezesAndDebtsInTheSig : MotionSpec
{
    private static readonly DateTimeOffset Until = At("1989-07-01 12:00 -04:00");

    public FreezesAndDebtsInTheSig()
    {
        Given(Academies, Past("lecture", Lectures, Direction.Inbound, "1988-03-01", "1988-03-02", ("events", 1), ("days", 2), ("persons", 2)));
        Now = At("1989-06-01 09:00 -04:00");
    }

    [Fact]
    public void Step_16_a_hold_a_second_before_the_lift_ends_is_granted_and_one_at_that_instant_is_frozen()
    {
        Granted(Lift());
        Now = Until.AddSeconds(-1);
        When(new Hold(Academies, Lecture("before")), Matter);
        ThenGranted();
        Must(new Release(Entry("before"), "withdrawn"), Matter);
        Now = Until;

        When(new Hold(Academies, Lecture("at")), Matter);

        ThenBlocked("ledger.frozen");
    }

    [Fact]
    public void What_was_frozen_passes_when_the_freeze_is_lifted()
    {
        Must(new Hold(Academies, Lecture("frozen")), Matter);

        Granted(Lift()).OfType<PairEvent.WaitingHoldGranted>().Should().ContainSingle();
    }

    [Fact]
    public void A_lifted_freeze_does_not_help_beyond_the_bound()
    {
        Granted(Lift());
        Must(new Hold(Academies, Lecture("one")), Matter);

        When(new Hold(Academies, Lecture("two")), Matter);

        ThenBlocked("ledger.out-of-bound", "events 1 committed + 1 held + 1 asked − 0 = 3 > 2");
    }

    [Fact]
    public void A_freeze_is_lifted_in_its_own_account_alone()
    {
        var delegations = CategoryCode.Parse("visit.delegation");
        Given(Academies, Past("delegation", delegations, Direction.Inbound, "1988-03-01", "1988-03-02", ("days", 2), ("persons", 2), ("sites", 1)));
        Granted(Lift());

        When(new Hold(Academies, Lecture("delegation") with { Category = delegations, Units = Figures(("days", 2), ("persons", 2), ("sites", 1)) }), Matter);

        ThenBlocked("ledger.frozen");
    }

    [Fact]
    public void The_end_of_the_lift_is_recorded_once_and_alerted()
    {
        Must(new CheckDeadline(), Engine).Should().ContainSingle().Which.Should().BeOfType<PairEvent.DebtOverdue>();
        Granted(Lift());
        PairDecider.NextWake(State).Should().Be(Until);
        Now = At("1989-07-03 08:00 -04:00");

        var back = Must(new CheckDeadline(), Engine).Should().ContainSingle().Which.Should().BeOfType<PairEvent.FreezeBack>().Which;

        (back.Due, back.Noticed).Should().Be((Until, Now));
        PairAlerts.Of(Academies, State, back, State).Should().ContainSingle().Which.Kind.Should().Be("freeze.back");
        PairDecider.NextWake(State).Should().BeNull();
    }

    [Fact]
    public void A_freeze_is_lifted_by_the_SIG_where_there_is_one_and_until_an_instant_ahead()
    {
        Refused(Lift(), "freeze.sig-only", Chair);
        Refused(new Move(Academies, new Relief.LiftFreeze(CategoryCode.Parse("visit.delegation"), Until), U("why")), "freeze.none", SigChair);
        Refused(new Move(Academies, new Relief.LiftFreeze(Ships, Until), U("why")), "ledger.not-open", SigChair);
        Refused(new Move(Academies, new Relief.LiftFreeze(Lectures, Now), U("why")), "freeze.expired", SigChair);
        Now = At("1989-03-02 23:59:59 -05:00");
        Refused(Lift(), "freeze.none", SigChair);
    }

    [Fact]
    public void A_debt_that_is_written_off_weighs_nothing_and_thaws()
    {
        Must(new Hold(Academies, Lecture("frozen")), Matter);

        var events = Granted(new Move(Academies, new Relief.WriteOff(1), U("The academy was closed.")));

        events[0].Should().BeOfType<PairEvent.DebtWrittenOff>();
        events.OfType<PairEvent.WaitingHoldGranted>().Should().ContainSingle();
        ThenStands(Lectures, "1989-06-01", "0 : 0, with 1 not counted");
        State.Book(Lectures).Debts.Open.Should().BeEmpty("open debts are the balance in events, always");
        State.Book(Lectures).Contacts.Single().NotCounted.Should().Be("written-off");
    }

    [Fact]
    public void What_was_written_off_still_took_place_in_its_year()
    {
        Given(Academies, Past("second", Lectures, Direction.Inbound, "1988-05-01", "1988-05-02", ("days", 2)), Past("back", Lectures, Direction.Outbound, "1988-06-01", "1988-06-02", ("days", 2)));
        Granted(new Move(Academies, new Relief.WriteOff(2), U("why")));

        When(new Hold(Academies, Lecture("third") with { FirstDay = Day("1988-11-01"), LastDay = Day("1988-11-02") }), Matter);

        ThenBlocked("ledger.cap");
    }

    [Fact]
    public void A_debt_that_is_carried_thaws_until_its_new_day_is_over()
    {
        Granted(new Move(Academies, new Relief.Carry(1, Day("1989-12-31")), U("After the holidays.")));

        When(new Hold(Academies, Lecture("one")), Matter);
        ThenGranted();
        var debt = State.Book(Lectures).Debts.Open.Single();
        (debt.ReturnBy, debt.OverdueAt).Should().Be((Day("1989-12-31"), At("1990-01-01 00:00 -05:00")));
        State.Book(Lectures).Contacts.Single().ReturnAgreed.Should().BeFalse("the other side has not agreed to it");
    }

    [Fact]
    public void Only_an_open_debt_is_written_off_or_carried_and_only_by_the_SIG()
    {
        Refused(new Move(Academies, new Relief.WriteOff(1), U("why")), "debt.sig-only", Secretary);
        Refused(new Move(Academies, new Relief.WriteOff(0), U("why")), "debt.unknown", SigChair);
        Refused(new Move(Academies, new Relief.Carry(2, Day("1989-12-31")), U("why")), "debt.unknown", SigChair);
        Refused(new Move(Academies, new Relief.Carry(1, Day("1988-03-01")), U("why")), "return-date.impossible", SigChair);
        Must(new Move(Academies, new Relief.WriteOff(1), U("why")), SigChair);
        foreach (var agency in Charter.Agencies) Must(new Speak(1, true, null), Sig(agency.Id.ToString()));
        Given(Academies, Past("back", Lectures, Direction.Outbound, "1989-05-30", "1989-05-31", ("days", 2)));

        When(new Grant(1), SigChair);

        ThenRefused("debt.not-open");
    }

    private static Move Lift() => new(Academies, new Relief.LiftFreeze(Lectures, Until), U("The return is agreed for the autumn."));

    private static HoldRequest Lecture(string name) =>
        Asking(name, Lectures, Direction.Inbound, "1990-03-01", "1990-03-02", ("events", 1), ("days", 2), ("persons", 2));

    private void Refused(Move move, string code, Actor actor)
    {
        When(move, actor);
        ThenRefused(code);
    }
}
