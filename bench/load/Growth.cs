using System.Diagnostics;

namespace Nsdd311.Bench.Load;

/// <summary>Fills a store with matters, as fast as submissions go.</summary>
internal static class Growth
{
    public static int Fill(Options options)
    {
        var contestant = Contestant.Parse(options.Text("contestant"), options.Number("pairs", 10_000));
        var (from, to) = (options.Number("from", 0), options.Number("to", 10_000));
        _ = contestant.Persons;
        var numbering = new Numbering(from, to - from);
        var started = Stopwatch.GetTimestamp();
        var run = options.Number("run", Environment.ProcessId);
        Round.Together(options.Number("connections", 64), () => new(contestant, run, numbering), long.MaxValue, steps: 1);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine($"{contestant.Name}: {to} matters; {to - from} submitted in {seconds:0} s, {(to - from) / seconds:0} a second; memory {contestant.Processes.Sum(Meter.MemoryOf)} MiB");
        return 0;
    }
}
