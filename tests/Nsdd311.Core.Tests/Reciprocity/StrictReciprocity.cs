using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Tests.Imports;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Sentences of 1-domain, section 5, that no other test is named after.</summary>
public sealed class StrictReciprocity : LedgerSpec
{
    [Fact]
    public void Given_is_what_we_host_received_what_they_host_and_the_balance_is_the_difference_in_every_dimension()
    {
        Given(Academies, Past("ours", Lectures, Direction.Inbound, "1989-03-01", "1989-03-03", ("days", 3), ("persons", 4)));
        ThenStands(Lectures, "1989-12-31", "1 : 0, days +3, persons +4, ours due 1990-03-03 USSR owes");

        Given(Academies, Past("theirs", Lectures, Direction.Outbound, "1989-06-01", "1989-06-01", ("days", 1), ("persons", 6)));

        ThenStands(Lectures, "1989-12-31", "1 : 1, days +2, persons -2");
    }

    [Fact]
    public void The_balance_runs_from_the_baseline_date()
    {
        Given(Academies, Past("before", Lectures, Direction.Inbound, "1986-12-31", "1986-12-31", ("days", 1), ("persons", 1)));
        ThenStands(Lectures, "1989-12-31", "0 : 0, with 1 not counted");

        Given(Academies, Past("on", Lectures, Direction.Inbound, "1987-01-01", "1987-01-01", ("days", 1), ("persons", 1)));
        ThenStands(Lectures, "1987-01-01", "1 : 0, with 1 not counted, days +1, persons +1, on due 1988-01-01 USSR owes");
    }

    [Fact]
    public void Baselines_and_corrections_may_carry_a_pair_out_of_balance_and_then_only_narrowing_holds_pass()
    {
        Must(new EnterBaseline(Academies, Lecture("first", "1989-12-01")), Secretary);
        Must(new EnterBaseline(Academies, Lecture("second", "1989-12-04")), Secretary);

        Must(new EnterBaseline(Academies, Lecture("third", "1989-12-05")), Secretary).Should().Contain(e => e is PairEvent.OutOfBalance, "three lectures with a tolerance of two");

        Must(new Hold(Academies, Asking("widens", Lectures, Direction.Inbound, "1990-02-05", "1990-02-05", ("events", 1), ("days", 1), ("persons", 1))), Matter);
        ThenBlocked("ledger.out-of-bound");
        Must(new Hold(Academies, Asking("narrows", Lectures, Direction.Outbound, "1990-02-05", "1990-02-05", ("events", 1), ("days", 1), ("persons", 1))), Matter);
        ThenGranted();

        Must(new Correct(new("file/first"), Figures(("days", 40)), U("They stayed on.")), Secretary).Should().Contain(e => e is PairEvent.Corrected, "a fact is never refused");
    }

    [Fact]
    public void A_refusal_shows_the_arithmetic()
    {
        GivenTheFile(Navy);

        Must(new Hold(Navy, Asking("ships", Ships, Direction.Inbound, "1990-04-23", "1990-04-27", ("events", 1), ("days", 5), ("hulls", 3))), Matter);

        var sum = Accepted()[0].Should().BeOfType<PairEvent.HoldBlocked>().Which.Impediment.Sum;
        sum.Single(line => line.Dimension == Of("hulls")).Should().Be(new BoundLine(Of("hulls"), 6, 0, 6, 4, 6, 0));
        sum.Should().HaveCount(3, "what passes is shown too");
    }

    [Fact]
    public void An_unknown_figure_is_unknown_and_not_zero()
    {
        Given(Academies, Past("ours", Lectures, Direction.Inbound, "1989-03-01", "1989-03-03", ("persons", 4)));
        ThenStands(Lectures, "1989-12-31", "1 : 0, days unknown, persons +4, ours due 1990-03-03 USSR owes");

        Given(Academies, Past("theirs", Lectures, Direction.Outbound, "1989-06-01", "1989-06-01", ("days", 1), ("persons", 4)));
        ThenStands(Lectures, "1989-12-31", "1 : 1, days 0 with 1 figure missing, persons 0");
        var days = Balances.AsOf(State, Charter.Find(Lectures)!, Day("1989-12-31")).In(Dimension.Days)!;
        (days.Given, days.Received).Should().Be((0, 0), "one day against nothing known is no balance of one day");

        Must(new Correct(new("file/ours"), Figures(("days", 3)), U("Report of the academy.")), Secretary);
        ThenStands(Lectures, "1989-12-31", "1 : 1, days +2, persons 0");
    }

    [Fact]
    public void Waivers_lifted_freezes_and_debts_written_off_are_the_SIGs_alone()
    {
        Given(Academies, Lecture("owed", "1988-03-02"));
        var until = At("1990-07-01 00:00 -04:00");
        foreach (var (relief, code) in (ValueTuple<Relief, string>[])[
            (new Relief.Waiver(Lectures, Figures(("days", 1)), until), "waiver.sig-only"), (new Relief.LiftFreeze(Lectures, until), "freeze.sig-only"), (new Relief.WriteOff(1), "debt.sig-only")])
        {
            foreach (var other in new[] { Chair, Secretary, Matter })
            {
                When(new Move(Academies, relief, U("why")), other);
                ThenRefused(code);
            }

            Must(new Move(Academies, relief, U("why")), Sig("STATE"));
        }
    }

    [Fact]
    public void What_a_file_records_as_unofficial_legislative_or_a_courtesy_is_kept_and_weighs_in_no_account()
    {
        var plan = TheFile.Plan(TheFile.Bytes);
        var kept = plan.Recorded.Select(contact => (Reference: contact.Reference.Split('/')[^1], contact.Kind)).ToList();
        kept.Should().BeEquivalentTo([("C035", "courtesy-call"), ("C038", "legislative"), ("C039", "courtesy-call"), ("C043", "legislative"), ("C044", "unofficial")]);

        TheFile.Ledgers(plan).Values.SelectMany(ledger => ledger.Books).SelectMany(book => book.Contacts).Select(contact => contact.Reference)
            .Should().NotContain(kept.Select(contact => contact.Reference), "they stand in no account, counted or not");
    }

    private static LedgerPosting Lecture(string name, string day) => Past(name, Lectures, Direction.Inbound, day, day, ("days", 1), ("persons", 1));
}
