using System.Diagnostics;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Bench.Load;

/// <summary>How long a trial of a plan takes: contacts of thirty years to come against ledgers of thirty years that are past.</summary>
internal static class Plans
{
    private static readonly DateTimeOffset Now = new(2017, 1, 3, 9, 0, 0, TimeSpan.FromHours(-5));

    public static int Run(Options options)
    {
        var (contacts, rounds, charter) = (options.Number("contacts", 1_000), options.Number("rounds", 9), Nsdd311Charter.Load());
        var accounts = charter.Pairs.SelectMany(pair => pair.Categories.Select(category => (Pair: pair.Id, Category: charter.Find(category)!)))
            .Where(account => account.Category.Reciprocity is not null).ToList();
        var ledgers = charter.Pairs.ToDictionary(pair => pair.Id, pair => Full(pair, charter));
        var plan = Enumerable.Range(0, contacts).Select(n => Planned(n, accounts[n % accounts.Count], n / accounts.Count)).ToValueList();

        var times = new List<double>();
        PlanOutcome? outcome = null;
        for (var round = 0; round < rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            outcome = PlanTrial.Try(ledgers, plan, new(Now, new Actor.Clock(), charter));
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        var passing = outcome!.Contacts.Count(contact => contact.Breach is null);
        Console.WriteLine(
            $"plan trial: {contacts} contacts ({passing} pass) against {ledgers.Values.Sum(ledger => ledger.Entered.Count)} in {accounts.Count} accounts: " +
            $"first {times[0]:0} ms, median of {rounds} {times.Order().ElementAt(rounds / 2):0} ms");
        return 0;
    }

    /// <summary>As many contacts as the caps allow in thirty years, this way and back.</summary>
    private static PairState Full(CounterpartPair pair, Charter charter)
    {
        var postings = new List<LedgerPosting>();
        foreach (var category in pair.Categories.Select(code => charter.Find(code)!).Where(category => category.Reciprocity is not null))
            for (var n = 0; n < 30 * category.Reciprocity!.CapPerYear; n++)
                foreach (var direction in (Direction[])[Direction.Inbound, Direction.Outbound])
                    postings.Add(Past(category, direction, n));

        var context = new Context(Now, new Actor.Entity(new("import", "bench")), charter);
        var posted = (Decision<PairEvent>.Accepted)PairDecider.Decide(PairState.Empty, new PairCommand.PostLot(pair.Id, postings.ToValueList()), context);
        return posted.Events.Aggregate(PairState.Empty, PairDecider.Evolve);
    }

    private static LedgerPosting Past(Category category, Direction direction, int n)
    {
        var cap = category.Reciprocity!.CapPerYear;
        var day = new DateOnly(1987 + (n / cap), 1 + (n % cap * 3), direction is Direction.Inbound ? 5 : 15);
        return new(
            new($"bench/{category.Code}-{direction}-{n}"), category.Code, direction, new(day, day.AddDays(2), Units(category), new Standing.Counted(), null),
            null, null, null, [], new MarkedText(PortionMark.Parse("U"), "past"));
    }

    private static PlannedContact Planned(int n, (PairId Pair, Category Category) account, int nth)
    {
        var day = new DateOnly(2017 + (nth / 2), 10, nth % 2 == 0 ? 3 : 20);
        return new(n + 1, account.Pair, account.Category.Code, nth % 2 == 0 ? Direction.Inbound : Direction.Outbound, day, day.AddDays(2), Units(account.Category));
    }

    private static Units Units(Category category) => new(category.Reciprocity!.Dimensions.Select(rule => new Measure(rule.Dimension, rule.Dimension == Dimension.Events ? 2 : Math.Min(rule.Most, 3) * 2)).ToValueList());
}
