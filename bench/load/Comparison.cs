namespace Nsdd311.Bench.Load;

/// <summary>All contestants in one run, one after the other in short rounds, so that whatever the machine does meanwhile it does to all of them.</summary>
internal static class Comparison
{
    /// <summary>Below this share of pgbench the floor itself was not well, and its ratios say nothing.</summary>
    private const double LeastShare = 0.22;

    public static int Run(Options options)
    {
        List<Contestant> contestants = [.. options.All("contestant").Select(text => Contestant.Parse(text, options.Number("pairs", 10_000)))];
        var meter = new Meter(options.Number("postmaster", 0), options.Find("psql"));
        var (seconds, rounds) = (options.Number("seconds", 5), options.Number("rounds", 4));
        var run = options.Number("run", Environment.ProcessId);
        foreach (var contestant in contestants) WarmUp(contestant, options.Number("warm", 16_000), run);

        var isWell = true;
        foreach (var connections in options.Numbers("connections", "1,16,64"))
        {
            var scores = contestants.ToDictionary(contestant => contestant, _ => new Score());
            var pgbench = options.Find("psql") is { } psql ? new PgBench(psql, options.Text("script")) : null;
            for (var round = 0; round < rounds; round++)
            {
                pgbench?.Run(connections, seconds);
                foreach (var (contestant, score) in scores) Round.Run(contestant, connections, seconds, run, score, meter);
            }

            isWell &= Table.Print(connections, scores, pgbench, LeastShare);
            foreach (var (contestant, score) in scores) isWell &= Verify(contestant, score, options.Number("sample", 2_000));
        }

        return isWell ? 0 : 1;
    }

    /// <summary>So many vettings that what runs often has been compiled for good, however slow the machine is.</summary>
    private static void WarmUp(Contestant contestant, int vettings, int run)
    {
        _ = contestant.Persons;
        var numbering = new Numbering(1_000_000_000, vettings);
        foreach (var connections in new[] { 1, 64 })
        {
            var some = connections == 1 ? new Numbering(2_000_000_000, vettings / 20) : numbering;
            Round.Together(connections, () => new(contestant, run, some), long.MaxValue, Work.Steps);
        }
    }

    /// <summary>Reads a sample of what was acknowledged again, evenly over the run.</summary>
    private static bool Verify(Contestant contestant, Score score, int sample)
    {
        using var wire = new Wire(contestant.Address, TimeSpan.FromSeconds(30));
        var work = new Work(contestant.Address, contestant.Persons, contestant.Today);
        var step = Math.Max(1, score.Acknowledged.Count / sample);
        List<Acknowledged> read = [.. score.Acknowledged.Where((_, i) => i % step == 0)];
        List<string> missing = [.. read.Select(one => one.Missing(wire, work)).OfType<string>()];
        Console.WriteLine($"  {contestant.Name}: {read.Count} of {score.Acknowledged.Count} matters read again, {read.Count(one => one.Cleared)} with a hold, {missing.Count} not as acknowledged");
        foreach (var fault in missing.Take(5)) Console.WriteLine($"    {fault}");
        return missing.Count == 0;
    }
}
