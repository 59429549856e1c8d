using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Journey 4, steps 2, 6, 8, 10 and 12, without waivers.</summary>
public sealed class TheShips : LedgerSpec
{
    private static readonly HoldRequest Inbound = Asking("inbound", Ships, Direction.Inbound, "1990-04-23", "1990-04-27", ("events", 1), ("days", 5), ("hulls", 3));
    private static readonly HoldRequest Outbound = Asking("outbound", Ships, Direction.Outbound, "1990-06-11", "1990-06-15", ("events", 1), ("days", 5), ("hulls", 3));

    public TheShips() => GivenTheFile(Navy);

    [Fact]
    public void Step_2_three_hulls_inbound_are_blocked_and_what_passes_is_shown_too()
    {
        When(new Hold(Navy, Inbound), Matter);

        ThenBlocked(
            "ledger.out-of-bound", "events 1 committed + 0 held + 1 asked − 1 = 1 ≤ 1", "days 5 committed + 0 held + 5 asked − 5 = 5 ≤ 6",
            "hulls 3 committed + 0 held + 3 asked − 2 = 4 > 3");
    }

    [Fact]
    public void Step_6_three_hulls_outbound_pass()
    {
        Must(new Hold(Navy, Inbound), Matter);

        When(new Hold(Navy, Outbound), Matter);

        ThenGranted("hulls 2 committed + 0 held + 3 asked − 3 = 2 ≤ 3");
    }

    [Fact]
    public void Step_7_the_same_request_ten_times_is_one_hold()
    {
        for (var i = 0; i < 10; i++) Must(new Hold(Navy, Outbound), Matter).OfType<PairEvent.HoldGranted>().Should().ContainSingle();

        State.Holds.Should().Equal(Outbound);
    }

    [Fact]
    public void Step_8_a_third_one_is_blocked_because_the_other_sides_hold_does_not_help()
    {
        Must(new Hold(Navy, Asking("smaller", Ships, Direction.Inbound, "1990-04-23", "1990-04-27", ("events", 1), ("days", 5), ("hulls", 2))), Matter);
        Must(new Hold(Navy, Outbound), Matter);

        When(new Hold(Navy, Outbound with { Entry = Entry("third") }), Matter);

        ThenBlocked("ledger.out-of-bound", "events 1 committed + 1 held + 1 asked − 1 = 2 > 1");
    }

    [Fact]
    public void Step_10_a_shortfall_is_kept_and_opens_nothing()
    {
        GivenTheInboundVisitOfThreeHulls();
        Must(new Hold(Navy, Outbound), Matter);
        Now = At("1990-06-18 10:00 -04:00");

        Must(new Commit(Navy, Outbound, Held("1990-06-11", "1990-06-15", ("events", 1), ("days", 5), ("hulls", 2)) with { Shortfall = U("force majeure: one diverted") }), Matter);

        ThenStands(Ships, "1990-06-18", "2 : 2, days 0, hulls +2");
        State.Contact(Outbound.Entry)!.Held.Shortfall.Should().Be(U("force majeure: one diverted"));
    }

    [Fact]
    public void A_fact_beyond_the_bound_is_recorded_alerted_and_only_what_narrows_passes()
    {
        var events = GivenTheInboundVisitOfThreeHulls();

        var beyond = events.OfType<PairEvent.OutOfBalance>().Should().ContainSingle().Which;
        beyond.Beyond.Should().Equal(new BalanceBeyond(Of("hulls"), 8, 6));
        PairAlerts.Of(Navy, State, beyond, State).Should().ContainSingle().Which.Seats.Should().Contain(
            [new Seat(SeatKind.IgChair), new Seat(SeatKind.ExecutiveSecretary), new Seat(SeatKind.SigMember, AgencyId.Parse("CIA")), new Seat(SeatKind.IgMember, AgencyId.Parse("DOD"))]);

        When(new Hold(Navy, Outbound), Matter);
        ThenGranted("hulls 2 committed + 0 held + 3 asked − 6 = -1 ≤ 3");
        When(new Hold(Navy, Inbound with { Entry = Entry("again"), Units = Figures(("events", 1), ("days", 1), ("hulls", 0)) }), Matter);
        ThenBlocked("ledger.out-of-bound", "hulls 6 committed + 0 held + 0 asked − 2 = 4 > 3");
    }

    [Fact]
    public void Back_within_the_bound_is_recorded_once()
    {
        GivenTheInboundVisitOfThreeHulls();

        var events = Must(new Commit(Navy, Outbound, Held("1990-06-11", "1990-06-15", ("events", 1), ("days", 5), ("hulls", 2))), Matter);

        events.OfType<PairEvent.BackInBalance>().Should().ContainSingle();
        State.Book(Ships).IsOutOfBalance.Should().BeFalse();
    }

    [Fact]
    public void The_debt_of_the_inbound_visit_is_due_in_three_months()
    {
        GivenTheInboundVisitOfThreeHulls();

        ThenStands(Ships, "1990-07-28", "2 : 1, days +5, hulls +4,  overdue since 1990-07-28 USSR owes");
    }

    /// <summary>The bound does not let it be held without a waiver; as a fact it is entered all the same.</summary>
    private ValueList<PairEvent> GivenTheInboundVisitOfThreeHulls()
    {
        Now = At("1990-04-30 10:00 -04:00");
        return Must(new Commit(Navy, Inbound, Held("1990-04-23", "1990-04-27", ("events", 1), ("days", 5), ("hulls", 3))), Matter);
    }
}
