namespace Nsdd311.Bench.Load;

/// <summary>Prints what a run measured.</summary>
internal static class Table
{
    /// <summary>False if the run is void.</summary>
    public static bool Print(int connections, IReadOnlyDictionary<Contestant, Score> scores, PgBench? pgbench, double leastShare)
    {
        var floor = scores.FirstOrDefault(pair => pair.Key.Name == "floor").Value?.Rate ?? 0;
        Console.WriteLine();
        Console.WriteLine($"{connections} connection{(connections == 1 ? "" : "s")}");
        Console.WriteLine("| service | vettings/s | × floor | rounds | p50 ms | p95 ms | p99 ms | CPU service | CPU postgres | CPU load | appends | commits | flushes |");
        Console.WriteLine("| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        if (pgbench is not null) Console.WriteLine($"| pgbench | {pgbench.Rate:0} | {Ratio(pgbench.Rate, floor)} | | | | | | | | | 8 | |");
        foreach (var (contestant, score) in scores) Console.WriteLine(Row(contestant.Name, score, floor));
        Console.WriteLine("CPU in seconds per 1,000 vettings, of a cluster that of each silo and then the gateway's; appends, commits and flushes per vetting.");
        foreach (var (contestant, score) in scores) Console.WriteLine($"  {contestant.Name} p50/p99 by step: {string.Join("  ", score.OfStep.Select(step => $"{step.Percentile(0.5):0.0}/{step.Percentile(0.99):0.0}"))}");

        if (pgbench is null || floor <= 0 || floor >= leastShare * pgbench.Rate) return true;

        Console.WriteLine($"VOID: the floor has {floor / pgbench.Rate:0.00} of pgbench, less than {leastShare:0.00}; the machine was not at rest.");
        return false;
    }

    private static string Row(string name, Score score, double floor)
    {
        var (latencies, usage, thousands) = (score.Latencies, score.Usage!.Value, score.Vettings / 1000);
        return $"| {name} | {score.Rate:0} | {Ratio(score.Rate, floor)} | {string.Join(" ", score.Rounds.Select(rate => $"{rate:0}"))} "
            + $"| {latencies.Percentile(0.5):0.0} | {latencies.Percentile(0.95):0.0} | {latencies.Percentile(0.99):0.0} "
            + $"| {string.Join(" + ", usage.Service.Select(seconds => $"{seconds / thousands:0.00}"))} | {usage.Postgres / thousands:0.00} | {usage.Load / thousands:0.00} "
            + $"| {Each(usage.Appends, score)} | {Each(usage.Commits, score)} | {Each(usage.Flushes, score)} |";
    }

    private static string Ratio(double rate, double floor) => floor > 0 ? $"{rate / floor:0.00}" : "";

    private static string Each(long count, Score score) => count > 0 ? $"{count / score.Vettings:0.00}" : "";
}
