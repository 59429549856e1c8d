using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Roster;

namespace Nsdd311.Simulation.People;

/// <summary>What the executive secretary enters into the ledgers, and how seats change hands.</summary>
internal sealed class Secretariat(Random chance, Charter charter, Cast cast, Papers papers)
{
    private int entries;

    public Deed Found() => new(
        EntityId.Roster, new RosterCommand.Found(charter.Persons.SelectMany(person => person.Seats.Select(seat => new Appointment(seat, person.Id, person.Name))).ToValueList()),
        new Actor.Clock());

    public Deed Ledger(PairId pair, PairState ledger, DateTimeOffset now)
    {
        var known = papers.EntryIn(ledger) ?? new("none");
        var open = ledger.Books.SelectMany(book => book.Debts.Open).Select(debt => debt.Entry).ToList();
        if (open.Count > 0 && chance.Next(3) > 0) known = open[chance.Next(open.Count)];
        return new(EntityId.Of(pair), chance.Next(10) switch
        {
            < 3 => new PairCommand.EnterBaseline(pair, Posting(pair, ledger, now)),
            < 6 => new PairCommand.Correct(known, papers.UnitsFor(AnyCategory(pair), 0), Papers.Text("Counted again.")),
            < 8 => new PairCommand.AgreeReturnDate(known, charter.Calendar.DayOf(now).AddDays(chance.Next(-40, 20)), Papers.Text("Letter.")),
            _ => new PairCommand.CheckDeadline(),
        }, chance.Next(20) == 0 ? cast.Chair : cast.Secretary);
    }

    /// <summary>An agency's IG member is relieved, or comes back.</summary>
    public Deed Seats(AgencyId agency, RosterState roster)
    {
        var member = (Actor.Person)cast.Member(agency);
        var isSeated = roster.Holds(member.Id, member.Seat);
        return new(
            EntityId.Roster, isSeated ? new RosterCommand.Relieve(member.Seat, member.Id, null) : new RosterCommand.Appoint(new(member.Seat, member.Id, member.Name), null),
            cast.SigMember(agency));
    }

    private Category AnyCategory(PairId pair)
    {
        var open = charter.Find(pair)!.Categories;
        return charter.Find(open[chance.Next(open.Count)])!;
    }

    /// <summary>Mostly what returns something, so that accounts stay near to their balance and debts stay few and old.</summary>
    private Direction Direct(CategoryBook book) => book.Debts.Open is [var debt, ..] && chance.Next(4) > 0
        ? debt.Opened is CountsAs.Given ? Direction.Outbound : Direction.Inbound
        : chance.Next(2) == 0 ? Direction.Inbound : Direction.Outbound;

    private LedgerPosting Posting(PairId pair, PairState ledger, DateTimeOffset now)
    {
        var category = AnyCategory(pair);
        var last = charter.Calendar.DayOf(now).AddDays(-chance.Next(300));
        var held = new ContactAsHeld(last.AddDays(-chance.Next(5)), last, papers.WithoutOne(papers.UnitsFor(category, 5)), new Standing.Counted(), null);
        return new(
            new($"letter-{++entries}"), category.Code, Direct(ledger.Book(category.Code)), held, null,
            chance.Next(2) == 0 ? last.AddDays(chance.Next(100)) : null, null, [], Papers.Text("A past contact"));
    }
}
