using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Settlement;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

public sealed class EntriesOnlyMoveForward : LedgerSpec
{
    private static readonly HoldRequest First = Visit("first", Direction.Outbound);
    private static readonly HoldRequest Second = Visit("second", Direction.Outbound);
    private static readonly ContactAsHeld AsHeld = Held("1989-05-14", "1989-05-18", ("events", 1), ("days", 5), ("persons", 9), ("sites", 1));

    [Fact]
    public void A_hold_after_its_release_is_refused_for_ever()
    {
        Must(new Hold(Secdef, First), Matter);
        Must(new Release(First.Entry, "withdrawn"), Matter);

        When(new Hold(Secdef, First), Matter);
        ThenRefused("ledger.released");
        When(new Reprice(Secdef, First), Matter);
        ThenRefused("ledger.released");
    }

    [Fact]
    public void A_release_that_comes_before_its_hold_wins()
    {
        Must(new Release(First.Entry, "withdrawn"), Matter);

        When(new Hold(Secdef, First), Matter);

        ThenRefused("ledger.released");
    }

    [Fact]
    public void Saying_it_twice_releases_once()
    {
        Must(new Hold(Secdef, First), Matter);
        Must(new Release(First.Entry, "withdrawn"), Matter);

        When(new Release(First.Entry, "withdrawn"), Matter);

        ThenNothing();
    }

    [Fact]
    public void The_same_contact_is_posted_once_and_another_under_its_entry_is_refused()
    {
        Must(new Hold(Secdef, First), Matter);
        Must(new Commit(Secdef, First, AsHeld), Matter);

        When(new Commit(Secdef, First, AsHeld), Matter);
        ThenNothing();
        When(new Commit(Secdef, First, AsHeld with { LastDay = Day("1989-05-17") }), Matter);
        ThenRefused("ledger.committed");
        When(new Release(First.Entry, "cancelled"), Matter);
        ThenRefused("ledger.committed");
        When(new Hold(Secdef, First), Matter);
        ThenRefused("ledger.committed");
        State.Book(Ministerial).Contacts.Should().ContainSingle();
    }

    [Fact]
    public void A_contact_that_never_had_a_hold_is_entered_all_the_same()
    {
        Must(new Commit(Secdef, First, AsHeld), Matter)[0].Should().BeOfType<PairEvent.Committed>();

        State.Pair.Should().Be(Secdef);
        State.Holds.Should().BeEmpty();
    }

    [Fact]
    public void A_release_lets_the_oldest_waiting_hold_pass_and_owes_its_matter_the_news()
    {
        Must(new Hold(Secdef, First), Matter);
        Must(new Hold(Secdef, Second), Matter);
        Must(new Hold(Secdef, Visit("third", Direction.Outbound)), Matter);

        var moved = Must(new Release(First.Entry, "cancelled"), Matter).OfType<PairEvent.WaitingHoldGranted>().Should().ContainSingle().Which;

        moved.Request.Should().Be(Second);
        var owed = PairDecider.Owed(State).Should().ContainSingle().Which.Should().BeOfType<TellHold>().Which;
        owed.Payment.Should().Be(new ProposalCommand.RecordHoldGranted(Second.Entry, moved.Sum));
        Must((PairCommand)owed.Answered(new Answer.Accepted([])), Matter).Should().Equal(new PairEvent.MatterTold("tell-1", null));
        PairDecider.Owed(State).Should().BeEmpty();
        When((PairCommand)owed.Answered(new Answer.Accepted([])), Matter);
        ThenNothing();
    }

    [Fact]
    public void A_hold_that_its_matter_would_not_have_goes_to_the_next_in_line()
    {
        var third = Visit("third", Direction.Outbound);
        Must(new Hold(Secdef, First), Matter);
        Must(new Hold(Secdef, Second), Matter);
        Must(new Hold(Secdef, third), Matter);
        Must(new Release(First.Entry, "cancelled"), Matter);

        Must(new RecordTold("tell-1", "proposal.ended"), Matter);

        State.Holds.Should().Equal(third);
        PairDecider.Owed(State).Should().ContainSingle().Which.Id.Should().Be("tell-2");
    }

    [Fact]
    public void Who_waits_leaves_the_line_by_a_release()
    {
        Must(new Hold(Secdef, First), Matter);
        Must(new Hold(Secdef, Second), Matter);

        Must(new Release(Second.Entry, "withdrawn"), Matter);
        Must(new Release(First.Entry, "withdrawn"), Matter);

        (State.Holds, State.Line).Should().Be((default(ValueList<HoldRequest>), default(ValueList<HoldRequest>)));
    }

    [Fact]
    public void A_re_pricing_that_does_not_pass_waits_while_the_old_hold_stands()
    {
        GivenTheFile(Secdef);
        Must(new Hold(Secdef, First), Matter);
        var longer = First with { Units = Figures(("events", 1), ("days", 8), ("persons", 9), ("sites", 8)) };
        Given(Secdef, Past("another", Ministerial, Direction.Outbound, "1989-11-01", "1989-11-05", ("events", 1), ("days", 5), ("persons", 9), ("sites", 2)));

        When(new Reprice(Secdef, longer), Matter);

        ThenBlocked("ledger.out-of-bound", "days 9 committed + 0 held + 8 asked − 6 = 11 > 8");
        State.Holds.Should().Equal(First);
        State.Line.Should().Equal(longer);
    }

    [Fact]
    public void A_re_pricing_that_asks_no_more_passes_even_from_outside_the_bound()
    {
        GivenTheFile(Secdef);
        Must(new Hold(Secdef, First), Matter);
        Given(Secdef, Past("another", Ministerial, Direction.Outbound, "1989-11-01", "1989-11-05", ("events", 1), ("days", 5), ("persons", 9), ("sites", 2)));

        When(new Reprice(Secdef, First with { Units = Figures(("events", 1), ("days", 4), ("persons", 9), ("sites", 1)) }), Matter);

        ThenGranted("events 2 committed + 0 held + 1 asked − 1 = 2 > 1");
    }

    [Fact]
    public void Persons_do_not_hold_and_matters_do_not_keep_the_ledger_by_hand()
    {
        PairCommand[] matters = [new Hold(Secdef, First), new Reprice(Secdef, First), new Release(First.Entry, ""), new Commit(Secdef, First, AsHeld), new PostLot(Secdef, []), new RecordTold("tell-1", null)];
        PairCommand[] secretarys =
        [
            new EnterBaseline(Secdef, Past("past", Ministerial, Direction.Inbound, "1988-01-01", "1988-01-02")), new Correct(First.Entry, default, U("")),
            new AgreeReturnDate(First.Entry, Day("1990-01-01"), U("")),
        ];
        foreach (var command in matters) ThenOnlyFor(command, Secretary);
        foreach (var command in secretarys)
        {
            ThenOnlyFor(command, Matter);
            ThenOnlyFor(command, Chair);
        }
    }

    private void ThenOnlyFor(PairCommand command, Actor other)
    {
        When(command, other);
        ThenRefused("seat.not-entitled");
    }

    private static HoldRequest Visit(string name, Direction direction) =>
        Asking(name, Ministerial, direction, "1990-05-14", "1990-05-18", ("events", 1), ("days", 5), ("persons", 9), ("sites", 1));
}
