using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

public sealed class DebtsAndClaims : LedgerSpec
{
    private static readonly LedgerPosting In1 = Lecture("in-1", Direction.Inbound, "1988-01-05");
    private static readonly LedgerPosting In2 = Lecture("in-2", Direction.Inbound, "1988-02-05");
    private static readonly LedgerPosting Out1 = Lecture("out-1", Direction.Outbound, "1988-03-05");
    private static readonly LedgerPosting Out2 = Lecture("out-2", Direction.Outbound, "1988-04-05");

    private DebtBook Debts => State.Book(Lectures).Debts;

    [Fact]
    public void Without_a_claim_the_oldest_is_settled_first()
    {
        Given(Academies, Out1, In2, In1);

        Debts.Settled.Should().Equal(new Couple(In1.Entry, Out1.Entry, 306));
        Debts.Open.Select(debt => debt.Entry).Should().Equal(In2.Entry);
    }

    [Fact]
    public void A_claim_settles_what_it_names()
    {
        Given(Academies, In1, In2, Out1 with { Answers = In2.Entry });

        Debts.Settled.Select(couple => couple.Entry).Should().Equal(In2.Entry);
        Debts.Open.Select(debt => debt.Entry).Should().Equal(In1.Entry);
    }

    [Fact]
    public void A_later_file_answers_an_earlier_one_by_its_reference()
    {
        Given(Academies, In1, In2);

        Given(Academies, Out1 with { Entry = new("later/out-1"), Answers = new("in-2") });

        Debts.Settled.Select(couple => couple.Entry).Should().Equal(In2.Entry);
    }

    [Fact]
    public void A_matter_answers_what_it_names()
    {
        Given(Academies, In1, In2);
        var request = Asking("matter", Lectures, Direction.Outbound, "1989-11-01", "1989-11-02", ("days", 2), ("persons", 2)) with { Answers = In2.Entry };

        Must(new Commit(Academies, request, Held("1989-11-01", "1989-11-02", ("days", 2), ("persons", 2))), Matter);

        Debts.Settled.Select(couple => couple.Entry).Should().Equal(In2.Entry);
    }

    [Theory]
    [InlineData("file/nobody", ClaimFault.NotInThisAccount)]
    [InlineData("file/out-1", ClaimFault.SameDirection)]
    [InlineData("file/in-1", ClaimFault.AlreadyAnswered)]
    [InlineData("file/in-3", ClaimFault.Later)]
    [InlineData("file/party", ClaimFault.NamedNotCounted)]
    public void A_claim_that_cannot_hold_is_kept_with_its_reason_and_settles_what_is_oldest(string named, ClaimFault fault)
    {
        var party = In1 with { Entry = new("file/party"), Held = In1.Held with { Standing = new Standing.OffQuota("some") } };

        Given(Academies, party, In1, In2, Out1, Out2 with { Answers = new(named) }, Lecture("in-3", Direction.Inbound, "1988-05-05"));

        Debts.Failed.Should().Equal(new FailedClaim(Out2.Entry, new(named), fault));
        Debts.Settled.Select(couple => (couple.Entry, couple.By)).Should().Equal((In1.Entry, Out1.Entry), (In2.Entry, Out2.Entry));
    }

    [Fact]
    public void What_settles_opens_nothing_and_cannot_be_answered()
    {
        Given(Academies, In1, Out1, In2 with { Entry = new("file/in-4"), Held = Held("1988-05-05", "1988-05-05", ("days", 1)), Answers = Out1.Entry });

        Debts.Failed.Select(claim => claim.Fault).Should().Equal(ClaimFault.IsAnAnswer);
        Debts.Open.Select(debt => debt.Entry.Value).Should().Equal("file/in-4");
    }

    [Fact]
    public void A_claim_of_what_is_not_counted_settles_nothing()
    {
        Given(Academies, In1, Out1 with { Answers = In1.Entry, Held = Out1.Held with { Standing = new Standing.VisitorsChoice("host-fault") } });

        Debts.Failed.Select(claim => claim.Fault).Should().Equal(ClaimFault.ClaimantNotCounted);
        Debts.Open.Should().ContainSingle();
    }

    [Fact]
    public void A_failed_claim_is_reported_to_the_executive_secretary()
    {
        var before = State;
        Given(Academies, Out1 with { Answers = new("file/nobody") });

        var alert = PairAlerts.Of(Academies, before, new PairEvent.LotPosted([], Now), State).Should().ContainSingle().Which;

        (alert.Kind, alert.Subject).Should().Be(("claim.failed", Academies.Value));
        alert.Seats.Should().Equal(new Seat(SeatKind.ExecutiveSecretary));
    }

    [Fact]
    public void A_debt_whose_day_approaches_is_said_once_with_both_instants_and_again_when_its_day_moves()
    {
        Given(Academies, In1 with { Held = In1.Held with { FirstDay = Day("1989-12-04"), LastDay = Day("1989-12-04") } });
        PairDecider.NextWake(State).Should().Be(At("1990-11-02 17:00 -05:00"), "20 working days before 4 December 1990, two holidays between");
        Now = At("1990-11-05 08:00 -05:00");

        var approaching = Must(new CheckDeadline(), Engine).Should().ContainSingle().Which.Should().BeOfType<PairEvent.DebtApproaching>().Which;

        (approaching.Due, approaching.Noticed, approaching.OverdueAt).Should().Be((At("1990-11-02 17:00 -05:00"), Now, At("1990-12-05 00:00 -05:00")));
        PairAlerts.Of(Academies, State, approaching, State).Should().ContainSingle().Which.Kind.Should().Be("debt.approaching");
        PairDecider.NextWake(State).Should().Be(At("1990-12-05 00:00 -05:00"));
        Must(new AgreeReturnDate(In1.Entry, Day("1991-06-04"), U("Letter")), Secretary);
        PairDecider.NextWake(State).Should().Be(At("1991-05-06 17:00 -04:00"));
    }

    [Fact]
    public void A_debt_that_was_returned_is_warned_of_no_more()
    {
        Given(Academies, In1 with { Held = In1.Held with { FirstDay = Day("1989-12-04"), LastDay = Day("1989-12-04") } });

        Given(Academies, Out1 with { Held = Out1.Held with { FirstDay = Day("1989-12-11"), LastDay = Day("1989-12-11") } });

        PairDecider.NextWake(State).Should().BeNull();
    }

    [Fact]
    public void A_debt_that_is_entered_when_its_day_is_near_is_warned_of_at_once()
    {
        Given(Academies, In1 with { Held = In1.Held with { FirstDay = Day("1989-01-10"), LastDay = Day("1989-01-10") } });

        PairDecider.NextWake(State).Should().Be(Now);
    }

    [Fact]
    public void A_contact_before_the_baseline_is_kept_and_counts_for_nothing()
    {
        Given(Academies, Lecture("old", Direction.Inbound, "1986-12-31"), Lecture("new", Direction.Inbound, "1987-01-01"));

        State.Book(Lectures).Contacts.Select(contact => contact.NotCounted).Should().Equal("before-baseline", null);
        Debts.Open.Should().ContainSingle();
    }

    private static LedgerPosting Lecture(string name, Direction direction, string day) => Past(name, Lectures, direction, day, day, ("days", 1), ("persons", 2));
}
