using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>The smallest changes of a plan that would let a contact pass; each alone is enough.</summary>
/// <param name="Instead">Fewer units in these dimensions; empty if no fewer would do.</param>
/// <param name="Add">Contacts the other way, over before the hold is asked for; null if they would not help.</param>
/// <param name="Year">The next calendar year that the cap leaves room in; null unless the cap stands in the way.</param>
public sealed record PlanRemedy(ValueList<FewerUnits> Instead, PlannedAddition? Add, int? Year)
{
    internal static PlanRemedy? For(PairState ledger, PlannedContact contact, Impediment breach, DateOnly before, Context asking)
    {
        var rule = asking.Charter.Find(contact.Category)!.Reciprocity!;
        return breach.Code switch
        {
            "ledger.over-most" => new(OverMost(contact, rule), null, null),
            "ledger.out-of-bound" => OutOfBound(contact, rule, breach, before),
            "ledger.frozen" => new([], Returns(ledger, contact, asking, before), null),
            "ledger.cap" => RoomIn(ledger, contact, asking) is { } year ? new([], null, year) : null,
            _ => null,
        };
    }

    private static ValueList<FewerUnits> OverMost(PlannedContact contact, ReciprocityRule rule) => rule.Dimensions
        .Where(dimension => contact.Units.Halves(dimension.Dimension) > dimension.Most * 2)
        .Select(dimension => new FewerUnits(dimension.Dimension, contact.Units.Halves(dimension.Dimension)!.Value, dimension.Most * 2)).ToValueList();

    private static PlanRemedy OutOfBound(PlannedContact contact, ReciprocityRule rule, Impediment breach, DateOnly before)
    {
        var failing = breach.Sum.Keep(line => !line.Passes);
        var fewer = failing.Select(line => new FewerUnits(line.Dimension, line.Asked, Whole(line.Tolerance + line.Waived - (line.Result - line.Asked)))).ToValueList();
        var contacts = failing.Max(line => Times(Excess(line), rule.Dimensions.First(one => one.Dimension == line.Dimension).Most * 2));
        var add = new PlannedAddition(
            contact.Pair, contact.Category, Other(contact.Direction), contacts, before,
            failing.Where(line => line.Dimension != Dimension.Events).Select(line => new Measure(line.Dimension, Excess(line))).ToValueList());
        return new(fewer.All(one => one.To > 0 && one.Dimension != Dimension.Events) ? fewer : [], add, null);
    }

    /// <summary>As many returns as debts are overdue that way.</summary>
    private static PlannedAddition Returns(PairState ledger, PlannedContact contact, Context asking, DateOnly before) => new(
        contact.Pair, contact.Category, Other(contact.Direction), ledger.Book(contact.Category).Debts.Open.Count(debt => debt.OverdueAt <= asking.Now), before, []);

    private static int? RoomIn(PairState ledger, PlannedContact contact, Context asking)
    {
        for (var years = 1; years <= 20; years++)
        {
            var later = contact.Request with { FirstDay = contact.FirstDay.AddYears(years), LastDay = contact.LastDay.AddYears(years) };
            if (Bound.Try(ledger, contact.Pair, later, asking).Impediment is not { Code: "ledger.cap" }) return later.LastDay.Year;
        }

        return null;
    }

    private static int Excess(BoundLine line) => line.Result - line.Tolerance - line.Waived;

    private static int Whole(int halves) => halves - (halves % 2);

    private static int Times(int amount, int most) => most == 0 ? 0 : (amount + most - 1) / most;

    internal static Direction Other(Direction direction) => direction is Direction.Inbound ? Direction.Outbound : Direction.Inbound;
}

/// <summary>Fewer units, in halves.</summary>
/// <param name="Dimension">Of what.</param>
/// <param name="From">As planned.</param>
/// <param name="To">As would pass.</param>
public sealed record FewerUnits(Dimension Dimension, int From, int To);

/// <summary>Contacts that a plan would need in addition.</summary>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Category">Which account.</param>
/// <param name="Direction">Who would host.</param>
/// <param name="Contacts">How many, at least.</param>
/// <param name="Before">They would have to be over before this day; null where no day is needed.</param>
/// <param name="Units">Together at least, in halves, beside the events.</param>
public sealed record PlannedAddition(
    PairId Pair, CategoryCode Category, Direction Direction, int Contacts, DateOnly? Before, ValueList<Measure> Units)
{
    /// <summary>The contacts that would bring the account to zero in events, and what they would have to carry in the dimensions that lean the same way.</summary>
    internal static PlannedAddition? ToZero(PairId pair, PairState ledger, Category category)
    {
        var account = Balances.AsOf(ledger, category, DateOnly.MaxValue);
        var events = account.Events.Given - account.Events.Received;
        if (events == 0) return null;

        var lean = Math.Sign(events);
        var units = account.Dimensions.Where(tally => tally.Dimension != Dimension.Events && tally.Balance * lean > 0)
            .Select(tally => new Measure(tally.Dimension, tally.Balance!.Value * lean)).ToValueList();
        return new(pair, category.Code, lean > 0 ? Direction.Outbound : Direction.Inbound, (Math.Abs(events) + 1) / 2, null, units);
    }
}
