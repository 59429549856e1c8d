using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nsdd311.Bench.Load;

/// <summary>Works on while the service or its store is killed, repeating each request under its key until it is answered; then looks whether all is there.</summary>
internal static class Storm
{
    /// <summary>Runs for some seconds and writes what was acknowledged to a file.</summary>
    public static int Run(Options options)
    {
        var contestant = Contestant.Parse(options.Text("contestant"), options.Number("pairs", 10_000));
        _ = contestant.Persons;
        var until = Stopwatch.GetTimestamp() + options.Number("seconds", 60) * Stopwatch.Frequency;
        var run = options.Number("run", Environment.ProcessId);
        ConcurrentBag<Acknowledged> told = [];
        List<StormClient> clients = [.. Enumerable.Range(0, options.Number("connections", 16)).Select(_ => new StormClient(contestant, run, told))];
        List<Thread> threads = [.. clients.Select(client => new Thread(() => client.Run(until)))];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();

        File.WriteAllLines(options.Text("out"), told.Select(one => $"{one.Id} {one.Version} {one.Cleared}"));
        var refusals = clients.SelectMany(client => client.Unexpected).ToList();
        Console.WriteLine($"{told.Count} matters acknowledged, {clients.Sum(client => client.Repeated)} requests sent again, {refusals.Count} answers that were not foreseen");
        foreach (var refusal in refusals.Take(5)) Console.WriteLine($"  {refusal}");
        return refusals.Count == 0 ? 0 : 1;
    }

    /// <summary>Reads every acknowledged matter again.</summary>
    public static int Check(Options options)
    {
        var contestant = Contestant.Parse(options.Text("contestant"), 1);
        using var wire = new Wire(contestant.Address, TimeSpan.FromSeconds(30));
        var work = new Work(contestant.Address, contestant.Persons, contestant.Today);
        List<Acknowledged> told = [.. File.ReadLines(options.Text("in")).Select(line => line.Split(' ')).Select(part => new Acknowledged(Guid.Parse(part[0]), int.Parse(part[1]), bool.Parse(part[2])))];
        List<string> missing = [.. told.Select(one => one.Missing(wire, work)).OfType<string>()];
        Console.WriteLine($"{told.Count} acknowledged matters read again, {told.Count(one => one.Cleared)} with a hold, {missing.Count} not as acknowledged");
        foreach (var fault in missing.Take(5)) Console.WriteLine($"  {fault}");
        return missing.Count == 0 ? 0 : 1;
    }
}

/// <summary>One connection in the storm.</summary>
internal sealed class StormClient(Contestant contestant, int run, ConcurrentBag<Acknowledged> told)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly Work work = new(contestant.Address, contestant.Persons, contestant.Today);
    private readonly byte[] id = new byte[36];
    private Wire? wire;

    public int Repeated { get; private set; }

    public List<string> Unexpected { get; } = [];

    public void Run(long until)
    {
        while (Stopwatch.GetTimestamp() < until && contestant.Numbering.Next() is { } vetting)
        {
            var acknowledged = default(Acknowledged);
            for (var step = 0; step < Work.Steps && Ask(step, vetting, until) is { } answer; step++)
            {
                if (step == 0) answer.Header("Location:"u8)[^id.Length..].CopyTo(id);
                acknowledged = new(Guid.Parse(id), Acknowledged.VersionOf(answer), acknowledged.Cleared || (step >= Work.Decision && Acknowledged.IsHeld(answer)));
            }

            if (acknowledged.Version > 0) told.Add(acknowledged);
        }

        wire?.Dispose();
    }

    /// <summary>Sends until there is an answer that counts; null when time is up or the answer is none that may come.</summary>
    private Wire? Ask(int step, long vetting, long until)
    {
        for (; Stopwatch.GetTimestamp() < until; Repeated++)
        {
            try
            {
                wire ??= new(contestant.Address, TimeSpan.FromSeconds(30));
                var status = wire.Exchange(work.Step(step, id, vetting, run, (int)(vetting % contestant.Pairs)));
                if (status is 200 or 201 or 202) return wire;
                if (status is not (503 or 429))
                {
                    Unexpected.Add($"step {step}: {status} {System.Text.Encoding.UTF8.GetString(wire.Body)}");
                    return null;
                }
            }
            catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
            {
                wire?.Dispose();
                wire = null;
            }

            Task.Delay(Pause).Wait();
        }

        return null;
    }
}
