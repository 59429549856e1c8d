using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Not open, more than the most, frozen, out of bound, cap; and third ground.</summary>
public sealed class TheOrderOfImpediments : LedgerSpec
{
    [Fact]
    public void A_category_that_is_not_open_for_the_pair_comes_first()
    {
        When(new Hold(Navy, Asking("one", Lectures, Direction.Inbound, "1990-03-01", "1990-03-09", ("days", 99))), Matter);

        ThenBlocked("ledger.not-open");
    }

    [Fact]
    public void Neither_does_a_pair_that_the_charter_lacks_have_an_account()
    {
        When(new Hold(PairId.Parse("some~other"), Asking("one", Lectures, Direction.Inbound, "1990-03-01", "1990-03-09")), Matter);

        ThenBlocked("ledger.not-open");
    }

    [Fact]
    public void More_than_the_most_comes_before_the_freeze()
    {
        GivenAnOverdueLecture();

        When(new Hold(Academies, Lecture(6)), Matter);

        ThenBlocked("ledger.over-most");
    }

    [Fact]
    public void The_freeze_comes_before_the_bound()
    {
        GivenAnOverdueLecture();
        Given(Academies, Past("second", Lectures, Direction.Inbound, "1989-11-02", "1989-11-03", ("days", 2), ("persons", 2)));

        When(new Hold(Academies, Lecture(2)), Matter);

        ThenBlocked("ledger.frozen");
    }

    [Fact]
    public void The_bound_comes_before_the_cap()
    {
        Given(Academies, Past("one", Lectures, Direction.Inbound, "1989-11-01", "1989-11-01", ("days", 1)), Past("two", Lectures, Direction.Inbound, "1989-11-02", "1989-11-02", ("days", 1)));

        When(new Hold(Academies, Lecture(2) with { LastDay = Day("1989-12-31") }), Matter);

        ThenBlocked("ledger.out-of-bound");
    }

    [Fact]
    public void The_cap_counts_what_is_committed_and_held_in_the_calendar_year_of_the_last_day()
    {
        GivenTheFile(Secdef);
        var outbound = Asking("one", Ministerial, Direction.Outbound, "1990-05-14", "1990-05-18", ("days", 1), ("persons", 1), ("sites", 1));
        Must(new Hold(Secdef, outbound), Matter);
        Given(Secdef, Past("return", Ministerial, Direction.Inbound, "1989-11-01", "1989-11-05", ("days", 1), ("sites", 1)));

        When(new Hold(Secdef, outbound with { Entry = Entry("same year") }), Matter);
        ThenBlocked("ledger.cap", "events 1 committed + 1 held + 1 asked − 2 = 1 ≤ 1");
        When(new Hold(Secdef, outbound with { Entry = Entry("next year"), FirstDay = Day("1990-12-31"), LastDay = Day("1991-01-01") }), Matter);
        ThenGranted();
    }

    [Fact]
    public void Third_ground_that_counts_for_neither_takes_nothing()
    {
        GivenTheFile(Secdef);

        When(new Hold(Secdef, Asking("bern", Ministerial, Direction.ThirdCountry, "1990-05-14", "1990-05-18", ("days", 5), ("persons", 9), ("sites", 1))), Matter);

        ThenGranted("days 6 committed + 0 held + 0 asked − 4 = 2 ≤ 8");
    }

    [Fact]
    public void Half_each_is_counted_in_halves_and_owes_nobody()
    {
        var games = Asking("games", Games, Direction.ThirdCountry, "1989-05-14", "1989-05-18", ("events", 1), ("persons", 41));
        Must(new Hold(Sports, games), Matter);

        Must(new Commit(Sports, games, Held("1989-05-14", "1989-05-18", ("events", 1), ("persons", 41))), Matter);

        ThenStands(Games, "1989-12-31", "0.5 : 0.5, persons 0");
        var persons = Balances.AsOf(State, Charter.Find(Games)!, Day("1989-12-31")).In(Of("persons"))!;
        (persons.Given, persons.Received).Should().Be((41, 41), "halves of 41 persons are never rounded");
        When(new Hold(Sports, Asking("home", Games, Direction.Inbound, "1989-12-01", "1989-12-02", ("persons", 1))), Matter);
        ThenBlocked("ledger.cap");
    }

    [Fact]
    public void A_figure_that_was_left_open_is_held_at_the_most()
    {
        When(new Hold(Academies, Asking("open", Lectures, Direction.Inbound, "1990-03-01", "1990-03-02")), Matter);

        ThenGranted("days 0 committed + 0 held + 5 asked − 0 = 5 ≤ 10");
    }

    private static HoldRequest Lecture(int days) =>
        Asking("one", Lectures, Direction.Inbound, "1990-03-01", "1990-03-09", ("events", 1), ("days", days), ("persons", 2));

    private void GivenAnOverdueLecture() =>
        Given(Academies, Past("lecture", Lectures, Direction.Inbound, "1988-03-01", "1988-03-02", ("days", 2), ("persons", 2)));
}
