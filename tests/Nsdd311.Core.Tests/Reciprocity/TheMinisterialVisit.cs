using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Journey 1, steps 15 to 22, as its ledger sees it.</summary>
public sealed class TheMinisterialVisit : LedgerSpec
{
    private static readonly HoldRequest First =
        Asking("first", Ministerial, Direction.Outbound, "1990-05-14", "1990-05-18", ("events", 1), ("days", 5), ("persons", 20), ("sites", 4));

    private static readonly HoldRequest Second =
        Asking("second", Ministerial, Direction.Outbound, "1991-02-11", "1991-02-14", ("events", 1), ("days", 4), ("persons", 20), ("sites", 3));

    public TheMinisterialVisit() => GivenTheFile(Secdef);

    [Fact]
    public void Step_15_its_hold_is_granted_with_the_sum()
    {
        When(new Hold(Secdef, First), Matter);

        ThenGranted("events 1 committed + 0 held + 1 asked − 1 = 1 ≤ 1", "days 4 committed + 0 held + 5 asked − 6 = 3 ≤ 8", "sites 2 committed + 0 held + 4 asked − 3 = 3 ≤ 8");
    }

    [Fact]
    public void Step_17_a_second_one_the_same_way_is_blocked_in_numbers()
    {
        Must(new Hold(Secdef, First), Matter);

        When(new Hold(Secdef, Second), Matter);

        ThenBlocked("ledger.out-of-bound", "events 1 committed + 1 held + 1 asked − 1 = 2 > 1");
        State.Line.Should().Equal(Second);
    }

    [Fact]
    public void Step_18_one_the_other_way_passes_and_is_given_back()
    {
        Must(new Hold(Secdef, First), Matter);
        Must(new Hold(Secdef, Second), Matter);
        var inbound = Asking("inbound", Ministerial, Direction.Inbound, "1990-10-01", "1990-10-05", ("events", 1), ("days", 5), ("persons", 20), ("sites", 4));

        When(new Hold(Secdef, inbound), Matter);

        ThenGranted("events 1 committed + 0 held + 1 asked − 1 = 1 ≤ 1");
        Must(new Release(inbound.Entry, "withdrawn"), Matter).Should().Equal(new PairEvent.HoldReleased(inbound.Entry, "withdrawn"));
        State.Holds.Should().Equal(First);
    }

    [Fact]
    public void Step_19_the_plan_re_prices_the_hold()
    {
        Must(new Hold(Secdef, First), Matter);
        var plan = First with { Units = Figures(("events", 1), ("days", 6), ("persons", 20), ("sites", 4)) };

        When(new Reprice(Secdef, plan), Matter);

        ThenGranted("days 4 committed + 0 held + 6 asked − 6 = 4 ≤ 8");
        State.Holds.Should().Equal(plan);
    }

    [Fact]
    public void Step_22_what_took_place_is_committed_and_opens_a_debt_of_ours()
    {
        Must(new Hold(Secdef, First), Matter);
        Must(new Hold(Secdef, Second), Matter);
        Now = At("1990-05-21 10:00 -04:00");

        When(new Commit(Secdef, First, Held("1990-05-14", "1990-05-18", ("events", 1), ("days", 6), ("persons", 19), ("sites", 3))), Matter);

        var above = Accepted()[0].Should().BeOfType<PairEvent.Committed>().Which.AboveHold;
        above.Should().Equal(new Measure(Of("days"), 2));
        Accepted().OfType<PairEvent.WaitingHoldGranted>().Should().BeEmpty("the second is still blocked");
        var account = Balances.AsOf(State, Charter.Find(Ministerial)!, Day("1990-05-21"));
        (account.Events.Given / 2, account.Events.Received / 2).Should().Be((1, 2));
        account.In(Of("days"))!.Balance.Should().Be(-8);
        account.In(Of("sites"))!.Balance.Should().Be(-4);
        var debt = account.OpenDebts.Should().ContainSingle().Which.Debt;
        (debt.ReturnBy, debt.Opened).Should().Be((Day("1991-05-18"), CountsAs.Received));
        debt.OverdueAt.Should().Be(At("1991-05-19 00:00 -04:00"));
        PairDecider.NextWake(State).Should().Be(At("1991-04-22 17:00 -04:00"), "20 working days before that day somebody is warned");
    }
}
