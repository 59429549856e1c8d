using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Reciprocity.PairEvent;

namespace Nsdd311.Simulation.Invariants;

/// <summary>
/// The arithmetic of the ledger once more, from the events and in the slowest and plainest way: no hold was ever granted beyond the bound, waivers in force
/// counted, or over a freeze that was not lifted, and there are as many open debts as the balance in events is away from zero.
/// </summary>
internal sealed class TheBoundHolds(Charter charter) : Invariant
{
    private readonly Dictionary<EntityId, Books> ledgers = [];

    public override IEnumerable<string> See(Fact fact, Witness witness)
    {
        if (fact.Event is not PairEvent @event) yield break;

        if (!ledgers.TryGetValue(fact.Entity, out var books)) ledgers[fact.Entity] = books = new();
        var granted = @event switch { HoldGranted e => e.Request, WaitingHoldGranted e => e.Request, _ => null };
        if (granted is not null)
            foreach (var broken in Beyond(books, granted, fact.Row.At)) yield return broken;

        books.Take(@event);
        foreach (var book in ((PairState)fact.After).Books)
        {
            var plain = new PlainDebts(books.Contacts.Values.Where(contact => contact.Category == book.Category));
            if (book.Debts.Open.Count != Math.Abs(plain.Balance)) yield return $"{book.Category} has {book.Debts.Open.Count} open debts and a balance of {plain.Balance} events";
            if (!book.Debts.Open.Select(debt => debt.Entry).SequenceEqual(plain.Open.Select(contact => contact.Entry))) yield return $"{book.Category} has other debts open than it should";
            if (book.Debts.Open.Any(debt => debt.Opened is CountsAs.Given != plain.Balance > 0)) yield return $"{book.Category} has debts of the wrong side";
        }
    }

    private IEnumerable<string> Beyond(Books books, HoldRequest asked, DateTimeOffset at)
    {
        var rule = charter.Find(asked.Category)!.Reciprocity!;
        if (books.Holds.TryGetValue(asked.Entry, out var before) && TakesNoMore(before, asked, rule)) yield break;

        var debts = new PlainDebts(books.Contacts.Values.Where(contact => contact.Category == asked.Category));
        var same = asked.Direction is Direction.Inbound ? CountsAs.Given : CountsAs.Received;
        if (asked.Direction is not Direction.ThirdCountry && !books.IsLifted(asked.Category, at) && debts.Open.FirstOrDefault(debt => debt.Counts == same && debt.OverdueAt <= at) is { } overdue)
            yield return $"a hold was granted although {overdue.Entry} is overdue since {overdue.OverdueAt:O}";
        if (asked.Direction is Direction.ThirdCountry) yield break;

        foreach (var dimension in rule.Dimensions)
        {
            var committed = debts.InHalves(dimension.Dimension) * (same is CountsAs.Given ? 1 : -1);
            var held = books.Holds.Values.Where(hold => hold.Category == asked.Category && hold.Direction == asked.Direction && hold.Entry != asked.Entry).Sum(hold => Takes(hold, dimension));
            var most = (dimension.Tolerance * 2) + books.Waived(asked.Category, dimension.Dimension, at);
            if (committed + held + Takes(asked, dimension) > most)
                yield return $"{asked.Category} {asked.Direction} {dimension.Dimension}, in halves: {committed} + held {held} + asked {Takes(asked, dimension)} > {most}";
        }
    }

    private static bool TakesNoMore(HoldRequest before, HoldRequest asked, ReciprocityRule rule) =>
        before.Direction == asked.Direction && rule.Dimensions.All(dimension => Takes(asked, dimension) <= Takes(before, dimension));

    private static int Takes(HoldRequest hold, DimensionRule dimension) =>
        dimension.Dimension == Dimension.Events ? 2 : hold.Units.Halves(dimension.Dimension) ?? dimension.Most * 2;
}
