using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Where tolerance and most per contact differ, the freeze by an overdue debt is told apart from the plain bound (journey 4, step 15).</summary>
public sealed class TheFreeze : LedgerSpec
{
    private static readonly HoldRequest Inbound = Lecture("inbound", Direction.Inbound);

    public TheFreeze() => Given(Academies, Past("lecture", Lectures, Direction.Inbound, "1988-03-01", "1988-03-02", ("events", 1), ("days", 2), ("persons", 2)));

    [Fact]
    public void A_hold_that_widens_an_overdue_debt_is_frozen_though_the_bound_would_let_it_pass()
    {
        Now = At("1989-03-03 00:00 -05:00");

        When(new Hold(Academies, Inbound), Matter);

        ThenBlocked("ledger.frozen", "events 1 committed + 0 held + 1 asked − 0 = 2 ≤ 2");
    }

    [Fact]
    public void In_the_last_second_of_the_return_by_day_it_passes()
    {
        Now = At("1989-03-02 23:59:59 -05:00");

        When(new Hold(Academies, Inbound), Matter);

        ThenGranted("events 1 committed + 0 held + 1 asked − 0 = 2 ≤ 2");
    }

    [Fact]
    public void One_that_narrows_passes()
    {
        Now = At("1989-06-01 09:00 -04:00");

        When(new Hold(Academies, Lecture("outbound", Direction.Outbound)), Matter);

        ThenGranted("events 0 committed + 0 held + 1 asked − 1 = 0 ≤ 2");
    }

    [Fact]
    public void A_third_one_is_out_of_bound_before_anything_is_overdue()
    {
        Now = At("1988-06-01 09:00 -04:00");
        Must(new Hold(Academies, Inbound), Matter);

        When(new Hold(Academies, Lecture("third", Direction.Inbound)), Matter);

        ThenBlocked("ledger.out-of-bound", "events 1 committed + 1 held + 1 asked − 0 = 3 > 2");
    }

    [Fact]
    public void The_return_thaws_what_was_frozen_and_its_matter_is_told()
    {
        Now = At("1989-06-01 09:00 -04:00");
        Must(new Hold(Academies, Inbound), Matter);
        var outbound = Lecture("outbound", Direction.Outbound);

        var events = Must(new Commit(Academies, outbound, Held("1989-05-10", "1989-05-11", ("events", 1), ("days", 2), ("persons", 2))), Matter);

        events.OfType<PairEvent.WaitingHoldGranted>().Should().ContainSingle().Which.Request.Should().Be(Inbound);
        PairDecider.Owed(State).Should().ContainSingle().Which.Creditor.Key.Should().Be(Inbound.Entry.Value);
    }

    [Fact]
    public void A_later_date_that_both_sides_agree_to_thaws_it_too()
    {
        Now = At("1989-06-01 09:00 -04:00");
        Must(new Hold(Academies, Inbound), Matter);

        Must(new AgreeReturnDate(new("file/lecture"), Day("1989-09-30"), U("Letter of 1 June")), Secretary)
            .Select(e => e.GetType()).Should().Equal(typeof(PairEvent.ReturnDateAgreed), typeof(PairEvent.DebtsWatched), typeof(PairEvent.WaitingHoldGranted));

        State.Book(Lectures).Unnoticed.Single().OverdueAt.Should().Be(At("1989-10-01 00:00 -04:00"));
    }

    [Fact]
    public void The_wake_records_what_is_overdue_once_with_both_instants()
    {
        PairDecider.NextWake(State).Should().Be(At("1989-03-03 00:00 -05:00"));
        Now = At("1989-03-02 23:59:59 -05:00");
        When(new CheckDeadline(), Engine);
        ThenNothing();
        Now = At("1989-03-06 08:00 -05:00");

        var overdue = Must(new CheckDeadline(), Engine).Should().ContainSingle().Which.Should().BeOfType<PairEvent.DebtOverdue>().Which;

        (overdue.Due, overdue.Noticed).Should().Be((At("1989-03-03 00:00 -05:00"), Now));
        PairDecider.NextWake(State).Should().BeNull();
        When(new CheckDeadline(), Engine);
        ThenNothing();
        PairAlerts.Of(Academies, State, overdue, State).Should().ContainSingle().Which.Kind.Should().Be("debt.overdue");
    }

    private static HoldRequest Lecture(string name, Direction direction) =>
        Asking(name, Lectures, direction, "1990-03-01", "1990-03-02", ("events", 1), ("days", 2), ("persons", 2));
}
