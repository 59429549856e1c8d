using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Baselines, corrections and agreed dates: the executive secretary's.</summary>
public sealed class TheLedgerByHand : LedgerSpec
{
    private static readonly LedgerPosting Lecture = Past("hand", Lectures, Direction.Inbound, "1989-03-01", "1989-03-02", ("days", 2), ("persons", 2));

    [Fact]
    public void A_past_contact_is_entered_once()
    {
        Must(new EnterBaseline(Academies, Lecture), Secretary);
        ThenStands(Lectures, "1989-12-31", "1 : 0, days +2, persons +2, hand due 1990-03-02 USSR owes");

        When(new EnterBaseline(Academies, Lecture), Secretary);
        ThenRefused("ledger.committed");
    }

    [Fact]
    public void It_must_be_past_plausible_open_and_in_order()
    {
        Refused(Lecture with { Held = Held("1990-01-01", "1990-01-01") }, "baseline.days");
        Refused(Lecture with { Held = Held("1989-03-02", "1989-03-01") }, "baseline.days");
        Refused(Lecture with { Category = Ships }, "ledger.not-open");
        Refused(Lecture with { Held = Held("1989-03-01", "1989-03-02", ("days", -1)) }, "ledger.figure");
        Refused(Lecture with { Held = Held("1989-03-01", "1989-03-02", ("events", 2)) }, "ledger.figure");
        Refused(Lecture with { ReturnBy = Day("1989-02-01") }, "return-date.impossible");
        Refused(Lecture with { ReturnBy = DateOnly.MaxValue }, "return-date.impossible");
    }

    [Fact]
    public void A_correction_supplies_the_figure_that_was_missing()
    {
        GivenTheFile(Navy);
        ThenStands(Ships, "1989-12-31", "1 : 1, days 0, hulls +1");
        var gates = State.Book(Ships).Contacts.Single(contact => contact.Reference == "C042").Entry;

        Must(new Correct(gates, Figures(("hulls", 3)), U("The third ship was counted after all.")), Secretary);

        ThenStands(Ships, "1989-12-31", "1 : 1, days 0, hulls 0");
    }

    [Fact]
    public void A_figure_that_comes_late_brings_its_couple_into_the_balance()
    {
        GivenTheFile(PairId.Parse("us-jve~soviet-jve"));
        var observation = CategoryCode.Parse("exchange.observation");
        ThenStands(observation, "1989-12-31", "1 : 1, persons 0 with 1 figure missing");
        var back = State.Book(observation).Contacts.Single(contact => contact.Reference == "C025").Entry;

        Must(new Correct(back, Figures(("persons", 40)), U("Report of the delegation.")), Secretary);

        ThenStands(observation, "1989-12-31", "1 : 1, persons +3");
    }

    [Fact]
    public void A_correction_names_an_entry_a_reason_and_figures()
    {
        Must(new EnterBaseline(Academies, Lecture), Secretary);

        Refused(new Correct(Lecture.Entry, Figures(("days", 3)), U(" ")), "ledger.reason-missing");
        Refused(new Correct(Lecture.Entry, Figures(("days", 10_001)), U("why")), "ledger.figure");
        Refused(new Correct(Lecture.Entry, Figures(("events", 0)), U("why")), "ledger.figure");
        Refused(new Correct(Lecture.Entry, default, U("why")), "ledger.figure");
        Refused(new Correct(new("file/nobody"), Figures(("days", 3)), U("why")), "ledger.entry-unknown");
    }

    [Fact]
    public void An_agreed_date_needs_a_reference_and_follows_the_contact()
    {
        Must(new EnterBaseline(Academies, Lecture), Secretary);

        Refused(new AgreeReturnDate(Lecture.Entry, Day("1990-06-01"), U("")), "ledger.reason-missing");
        Refused(new AgreeReturnDate(Lecture.Entry, Day("1989-03-01"), U("Letter")), "return-date.impossible");
        Refused(new AgreeReturnDate(Lecture.Entry, DateOnly.MaxValue, U("Letter")), "return-date.impossible");
        Refused(new AgreeReturnDate(new("file/nobody"), Day("1990-06-01"), U("Letter")), "ledger.entry-unknown");
        Must(new AgreeReturnDate(Lecture.Entry, Day("1990-06-01"), U("Letter")), Secretary);
        State.Book(Lectures).Unnoticed.Single().OverdueAt.Should().Be(At("1990-06-02 00:00 -04:00"));
        PairDecider.NextWake(State).Should().Be(At("1990-05-03 17:00 -04:00"), "20 working days before the day somebody is warned; Memorial Day is none");
    }

    [Fact]
    public void A_lot_that_comes_twice_is_posted_once()
    {
        Given(Academies, Lecture);

        When(new PostLot(Academies, [Lecture]), Matter);

        ThenNothing();
    }

    private void Refused(LedgerPosting posting, string code) => Refused(new EnterBaseline(Academies, posting), code);

    private void Refused(PairCommand command, string code)
    {
        When(command, Secretary);
        ThenRefused(code);
    }
}
