using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Cases of 1988 and 1989, told as stories on the ledgers of the imported file (tests/data/contacts-1987-1989.csv).</summary>
public sealed class WhatReallyHappened : LedgerSpec
{
    private static readonly PairId Chiefs = PairId.Parse("cjcs~chief-of-general-staff");
    private static readonly PairId Verification = PairId.Parse("us-jve~soviet-jve");
    private static readonly CategoryCode ChiefsVisit = CategoryCode.Parse("visit.chiefs");
    private static readonly CategoryCode Observation = CategoryCode.Parse("exchange.observation");

    [Fact]
    public void Akhromeyev_came_once_in_July_1988_and_once_only_is_he_answered()
    {
        // The Secretary's visit of August 1988 was said to answer the Marshal's; but they are not counterparts. Admiral Crowe's of June 1989 did.
        GivenTheFile(Secdef);
        State.Book(Ministerial).Debts.Failed.Should().ContainSingle(claim => claim.Named.Value.EndsWith("C016", StringComparison.Ordinal)).Which.Fault.Should().Be(ClaimFault.NotInThisAccount);
        ThenStands(Ministerial, "1988-09-01", "0 : 1, days -4, persons unknown, sites -2, C021 due 1989-08-04 US owes");

        GivenTheFile(Chiefs);
        var marshal = Contact("C016");
        Balances.AsOf(State, Charter.Find(ChiefsVisit)!, Day("1988-09-01")).OpenDebts.Should().ContainSingle().Which.Debt.Entry.Should().Be(marshal);
        State.Book(ChiefsVisit).Debts.Settled.Should().ContainSingle().Which.Should().Be(new Couple(marshal, Contact("C030"), 20));

        // Another visit that claims the Marshal's once more settles nothing of it and opens a debt of its own.
        Given(Chiefs, Past("again", ChiefsVisit, Direction.Outbound, "1989-11-06", "1989-11-10", ("days", 5)) with { Answers = marshal });
        State.Book(ChiefsVisit).Debts.Failed.Should().Contain(new FailedClaim(new("file/again"), marshal, ClaimFault.AlreadyAnswered));
        State.Book(ChiefsVisit).Debts.Open.Should().ContainSingle().Which.Entry.Should().Be(new EntryId("file/again"));
    }

    [Fact]
    public void The_ships_of_1989_are_equal_in_events_and_three_hulls_against_two()
    {
        GivenTheFile(Navy);

        ThenStands(Ships, "1989-09-01", "1 : 1, days 0, hulls +1");
        State.Book(Ships).Debts.Open.Should().BeEmpty("one visit answers one visit, however many ships it has");
        State.Contact(Contact("C042"))!.Held.Shortfall.Should().NotBeNull("a third ship was promised and not sent");
        When(new Hold(Navy, Asking("three again", Ships, Direction.Inbound, "1990-04-23", "1990-04-27", ("days", 5), ("hulls", 3))), Matter);
        ThenBlocked("ledger.out-of-bound", "hulls 3 committed + 0 held + 3 asked − 2 = 4 > 3");
    }

    [Fact]
    public void The_host_withheld_the_itinerary_until_the_last_days_and_the_sites_are_entered_as_they_were()
    {
        // Held at the most, because nobody knew the sites; what was shown is entered, and the difference is given back.
        GivenTheFile(Secdef);
        var visit = Asking("visit", Ministerial, Direction.Outbound, "1990-05-14", "1990-05-18", ("days", 5), ("persons", 20));
        When(new Hold(Secdef, visit), Matter);
        ThenGranted("sites 2 committed + 0 held + 8 asked − 3 = 7 ≤ 8");
        Now = At("1990-05-10 10:00 -04:00");
        When(new Reprice(Secdef, visit with { Units = Figures(("days", 5), ("persons", 20), ("sites", 4)) }), Matter);
        ThenGranted("sites 2 committed + 0 held + 4 asked − 3 = 3 ≤ 8");
        Now = At("1990-05-21 10:00 -04:00");

        Must(new Commit(Secdef, visit, Held("1990-05-14", "1990-05-18", ("days", 5), ("persons", 20), ("sites", 3)) with { Shortfall = U("One site withheld by the host.") }), Matter);

        ThenStands(Ministerial, "1990-05-21", "1 : 2, days -3, persons -20 with 1 figure missing, sites -2,  due 1991-05-18 US owes");
        State.Contact(visit.Entry)!.Held.Shortfall!.Text.Should().Contain("withheld");
    }

    [Fact]
    public void Blackjack_shown_in_return_for_the_B1_is_kept_with_the_visit_and_settles_nothing()
    {
        GivenTheFile(Secdef);
        var visit = State.Contact(Contact("C021"))!;

        visit.Parts.Select(part => (part.Reference, part.InReturnFor)).Should().Equal(("C022", "C018"), ("C023", "C017"));
        State.Book(Ministerial).Debts.Settled.Should().NotContain(couple => couple.By == visit.Entry, "an item answers an item; only a visit answers a visit");
        visit.Units.Halves(Of("sites")).Should().Be(4);
    }

    [Fact]
    public void The_joint_verification_experiment_owed_its_return_within_a_month()
    {
        GivenTheFile(Verification);
        var first = State.Contact(Contact("C024"))!;
        (first.ReturnBy, first.ReturnAgreed, first.OverdueAt).Should().Be((Day("1988-09-30"), true, At("1988-10-01 00:00 -04:00")));
        Balances.AsOf(State, Charter.Find(Observation)!, Day("1988-09-01")).OpenDebts.Should().ContainSingle().Which.OverdueSince.Should().BeNull();

        State.Book(Observation).Debts.Settled.Should().ContainSingle().Which.DaysEarly.Should().BePositive("the other side observed in time");
        ThenStands(Observation, "1989-12-31", "1 : 1, persons 0 with 1 figure missing");

        // The category's own rule is one month as well.
        Given(Verification, Past("next", Observation, Direction.Inbound, "1989-10-31", "1989-10-31", ("persons", 40)));
        State.Book(Observation).Debts.Open.Should().ContainSingle().Which.ReturnBy.Should().Be(Day("1989-11-30"));
    }

    [Fact]
    public void A_ship_that_a_crisis_diverts_is_a_shortfall_and_no_debt()
    {
        GivenTheFile(Navy);
        var visit = Asking("visit", Ships, Direction.Outbound, "1990-06-11", "1990-06-15", ("days", 5), ("hulls", 3));
        Must(new Hold(Navy, visit), Matter);
        Now = At("1990-06-18 10:00 -04:00");

        Must(new Commit(Navy, visit, Held("1990-06-11", "1990-06-15", ("days", 5), ("hulls", 2)) with { Shortfall = U("One was diverted: force majeure.") }), Matter);

        ThenStands(Ships, "1990-06-18", "1 : 2, days -5, hulls -1,  due 1990-09-15 US owes");
        State.Book(Ships).Debts.Open.Should().ContainSingle("the visit itself is to be returned; the ship that did not come is not").Which.Entry.Should().Be(visit.Entry);
    }

    [Fact]
    public void A_visit_that_the_host_forbids_or_nobody_can_help_counts_for_neither_and_gives_its_hold_back()
    {
        GivenTheFile(Navy);
        var visit = Asking("visit", Ships, Direction.Outbound, "1990-06-11", "1990-06-15", ("days", 5), ("hulls", 3));
        foreach (var reason in (string[])["prohibited-by-host", "force-majeure", "cancelled"])
        {
            var planned = visit with { Entry = Entry(reason) };
            Must(new Hold(Navy, planned), Matter);
            Must(new Release(planned.Entry, reason), Matter);
        }

        State.Holds.Should().BeEmpty();
        ThenStands(Ships, "1990-12-31", "1 : 1, days 0, hulls +1");
    }

    [Fact]
    public void An_office_without_an_equal_has_a_substitute_and_a_ledger_like_any_other()
    {
        var pair = PairId.Parse("secaf~cinc-air-forces");
        GivenTheFile(pair);

        Charter.Find(pair)!.Substitute.Should().Contain("No Soviet service has a civilian head");
        var visit = CategoryCode.Parse("visit.service-secretary");
        State.Book(visit).Debts.Open.Should().ContainSingle().Which.Opened.Should().Be(CountsAs.Received, "we owe a reception, to the substitute");
        When(new Hold(pair, Asking("another", visit, Direction.Outbound, "1990-05-14", "1990-05-15", ("days", 2), ("persons", 5), ("sites", 1))), Matter);
        ThenBlocked("ledger.frozen");
    }

    [Fact]
    public void A_cap_that_was_not_used_lapses_with_its_year_and_the_balance_runs_on()
    {
        GivenTheFile(Secdef);
        Given(Secdef, Past("ours", Ministerial, Direction.Inbound, "1990-02-05", "1990-02-06", ("days", 2)));

        // Nothing was received in 1990. That adds no room to 1991, in which one contact each way is the most.
        Must(new Hold(Secdef, Visit("one", "1991-05-13", "1991-05-14")), Matter);
        When(new Hold(Secdef, Visit("two", "1991-09-09", "1991-09-10")), Matter);

        ThenBlocked("ledger.cap", "events 1 committed + 1 held + 1 asked − 2 = 1 ≤ 1");
        Balances.AsOf(State, Charter.Find(Ministerial)!, Day("1991-01-01")).Events.Balance.Should().Be(2, "the year's end changes nothing");
    }

    private static HoldRequest Visit(string name, string from, string to) =>
        Asking(name, Ministerial, Direction.Outbound, from, to, ("days", 2), ("persons", 5), ("sites", 1));

    private EntryId Contact(string reference) => State.Books.SelectMany(book => book.Contacts).Single(contact => contact.Reference == reference).Entry;
}
