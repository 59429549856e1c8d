using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>Whether a hold passes: the arithmetic of strict reciprocity and the order in which it is looked at.</summary>
/// <remarks>
/// One-sided: the other side's holds do not help, because they may fall away. So no release, retry, crash or reordering can break the bound, and
/// from outside it only what narrows passes. (8-charter, section 1, Ledger.)
/// </remarks>
internal static class Bound
{
    /// <summary>What stands in the way of the hold, or the sum that lets it pass.</summary>
    public static Verdict Try(PairState state, PairId pair, HoldRequest asked, Context context)
    {
        if (context.Charter.Find(asked.Category)?.Reciprocity is not { } rule || !IsOpen(pair, asked.Category, context.Charter))
            return Verdict.Blocked("ledger.not-open", $"The category {asked.Category} is not open for {pair}; ask for one that is.", []);

        var book = state.Book(asked.Category);
        var sum = Sum(rule, state, book, asked, context.Now);
        if (OverMost(rule, asked) is { } most) return Verdict.Blocked("ledger.over-most", most, sum);
        if (AsksNoMore(state.HoldOf(asked.Entry), asked, rule)) return Verdict.Passed(sum);
        if (Frozen(state, book, asked, context.Now) is { } debt) return Verdict.Blocked("ledger.frozen", Frozen(debt), sum);
        if (asked.Direction is not Direction.ThirdCountry && sum.Any(static line => !line.Passes)) return Verdict.Blocked("ledger.out-of-bound", OutOfBound(sum), sum);
        if (OverCap(state, book, asked, rule) is { } cap) return Verdict.Blocked("ledger.cap", cap, sum);

        return Verdict.Passed(sum);
    }

    public static bool IsOpen(PairId pair, CategoryCode category, Charter charter) =>
        charter.Find(pair) is { } known && known.Categories.Contains(category);

    private static ValueList<BoundLine> Sum(ReciprocityRule rule, PairState state, CategoryBook book, HoldRequest asked, DateTimeOffset now)
    {
        var lines = new BoundLine[rule.Dimensions.Count];
        for (var i = 0; i < lines.Length; i++) lines[i] = Line(rule.Dimensions[i], state, book, asked, now);

        return lines.ToValueList();
    }

    private static BoundLine Line(DimensionRule rule, PairState state, CategoryBook book, HoldRequest asked, DateTimeOffset now)
    {
        var tally = Tally.Of(rule.Dimension, book.Contacts, book.Debts);
        var outbound = asked.Direction is Direction.Outbound;
        var held = 0;
        foreach (var hold in state.Holds)
            if (hold.Category == asked.Category && hold.Direction == asked.Direction && hold.Entry != asked.Entry) held += Takes(hold, rule);

        return new(
            rule.Dimension, outbound ? tally.Received : tally.Given, held, asked.Direction is Direction.ThirdCountry ? 0 : Takes(asked, rule),
            outbound ? tally.Given : tally.Received, rule.Tolerance * 2,
            state.Waived(asked.Category, rule.Dimension, now), tally.Missing.Count + tally.Unknown.Count);
    }

    /// <summary>What a hold takes. A contact is one event; a figure that was left open is held at the most that one contact may have.</summary>
    public static int Takes(HoldRequest hold, DimensionRule rule) =>
        rule.Dimension == Dimension.Events ? 2 : hold.Units.Halves(rule.Dimension) ?? rule.Most * 2;

    private static string? OverMost(ReciprocityRule rule, HoldRequest asked)
    {
        var over = rule.Dimensions.Keep(static (dimension, units) => units.Halves(dimension.Dimension) > dimension.Most * 2, asked.Units);
        return over.Count == 0
            ? null
            : $"Ask for less: one contact may have at most {string.Join(", ", over.Select(dimension => $"{dimension.Most} {dimension.Dimension}"))}.";
    }

    /// <summary>A re-pricing that takes no more than the hold already takes cannot widen anything, whatever has happened since.</summary>
    private static bool AsksNoMore(HoldRequest? held, HoldRequest asked, ReciprocityRule rule) =>
        held is not null && held.Category == asked.Category && held.Direction == asked.Direction && held.LastDay.Year == asked.LastDay.Year
        && rule.Dimensions.All(dimension => Takes(asked, dimension) <= Takes(held, dimension));

    private static Debt? Frozen(PairState state, CategoryBook book, HoldRequest asked, DateTimeOffset now)
    {
        var widens = asked.Direction switch
        {
            Direction.Inbound => CountsAs.Given,
            Direction.Outbound => CountsAs.Received,
            _ => CountsAs.Nothing,
        };
        foreach (var lift in state.Lifts)
            if (lift.Category == asked.Category && lift.CountsAt(now)) return null;

        foreach (var debt in book.Debts.Open)
            if (debt.Opened == widens && debt.OverdueAt <= now) return debt;

        return null;
    }

    private static string Frozen(Debt debt) =>
        $"A contact that was to be returned by {debt.ReturnBy:yyyy-MM-dd} is overdue; have it returned before another goes the same way.";

    private static string OutOfBound(ValueList<BoundLine> sum) =>
        $"Wait for a return, or ask for less: {string.Join("; ", sum.Where(line => !line.Passes))}.";

    private static string? OverCap(PairState state, CategoryBook book, HoldRequest asked, ReciprocityRule rule)
    {
        if (asked.Direction is not Direction.ThirdCountry) return OverCap(state, book, asked, rule, asked.Direction, 2);
        if (rule.ThirdCountry is ThirdCountryRule.Neither) return null;

        return OverCap(state, book, asked, rule, Direction.Inbound, 1) ?? OverCap(state, book, asked, rule, Direction.Outbound, 1);
    }

    private static string? OverCap(PairState state, CategoryBook book, HoldRequest asked, ReciprocityRule rule, Direction direction, int halves)
    {
        var (year, counts) = (asked.LastDay.Year, direction is Direction.Inbound ? CountsAs.Given : CountsAs.Received);
        var taken = 0;
        foreach (var contact in book.Contacts)
            if (contact.Held.LastDay.Year == year) taken += HalvesOf(contact, counts);
        foreach (var hold in state.Holds)
            if (hold.Category == asked.Category && hold.Entry != asked.Entry && hold.LastDay.Year == year) taken += HalvesOf(hold.Direction, direction, rule);

        return taken + halves <= rule.CapPerYear * 2
            ? null
            : $"Choose another year: {year} has {taken / 2m:0.#} of at most {rule.CapPerYear} contacts this way.";
    }

    /// <summary>What the contact takes of the year's cap. One that was written off is owed no more, and took place all the same.</summary>
    private static int HalvesOf(LedgerContact contact, CountsAs side) => contact switch
    {
        { NotCounted: LedgerContact.WrittenOff } => contact.Direction is Direction.Inbound == side is CountsAs.Given ? 2 : 0,
        { Counts: CountsAs.HalfEach } => 1,
        _ => contact.Counts == side ? 2 : 0,
    };

    private static int HalvesOf(Direction held, Direction asked, ReciprocityRule rule) =>
        held == asked ? 2 : held is Direction.ThirdCountry && rule.ThirdCountry is ThirdCountryRule.HalfEach ? 1 : 0;
}

/// <summary>What came of trying a hold.</summary>
/// <param name="Impediment">What stands in the way; null if it passes.</param>
/// <param name="Sum">The sum in every dimension.</param>
internal readonly record struct Verdict(Impediment? Impediment, ValueList<BoundLine> Sum)
{
    public static Verdict Passed(ValueList<BoundLine> sum) => new(null, sum);

    public static Verdict Blocked(string code, string because, ValueList<BoundLine> sum) => new(new(code, because, sum), sum);
}
