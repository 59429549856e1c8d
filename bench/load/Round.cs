using System.Diagnostics;

namespace Nsdd311.Bench.Load;

/// <summary>What came of some rounds of one contestant with one number of connections.</summary>
internal sealed class Score
{
    public double Seconds { get; private set; }

    public long Requests { get; private set; }

    public Histogram Latencies { get; } = new();

    public Histogram[] OfStep { get; } = [.. Enumerable.Range(0, Work.Steps).Select(_ => new Histogram())];

    public List<Acknowledged> Acknowledged { get; } = [];

    /// <summary>Of all rounds together; null before the first.</summary>
    public Usage? Usage { get; private set; }

    /// <summary>Vettings a second in each round: how far they lie apart is how far they can be trusted.</summary>
    public List<double> Rounds { get; } = [];

    public double Vettings => Requests / (double)Work.Steps;

    public double Rate => Seconds > 0 ? Vettings / Seconds : 0;

    public void Add(IEnumerable<Client> clients, double seconds, Usage usage)
    {
        var requests = 0L;
        foreach (var client in clients)
        {
            requests += client.Requests;
            Latencies.Add(client.Latencies);
            for (var step = 0; step < Work.Steps; step++) OfStep[step].Add(client.OfStep[step]);
            Acknowledged.AddRange(client.Acknowledged);
        }

        Requests += requests;
        Seconds += seconds;
        Usage = Usage is { } before ? before + usage : usage;
        Rounds.Add(requests / (double)Work.Steps / seconds);
    }
}

/// <summary>One thread a connection, all started at once.</summary>
internal static class Round
{
    /// <summary>Some seconds of the standard work.</summary>
    public static void Run(Contestant contestant, int connections, double seconds, int run, Score score, Meter meter)
    {
        _ = contestant.Persons;
        var before = meter.Read(contestant);
        var started = Stopwatch.GetTimestamp();
        var until = started + (long)(seconds * Stopwatch.Frequency);
        var clients = Together(connections, () => new(contestant, run, contestant.Numbering), until, Work.Steps);
        score.Add(clients, seconds, meter.Read(contestant) - before);
    }

    /// <summary>Runs the clients to their end; the first failure is thrown.</summary>
    public static IReadOnlyList<Client> Together(int connections, Func<Client> make, long until, int steps)
    {
        List<Client> clients = [.. Enumerable.Range(0, connections).Select(_ => make())];
        Exception? failure = null;
        List<Thread> threads = [.. clients.Select(client => new Thread(() =>
        {
            try
            {
                client.Run(until, steps);
            }
            catch (Exception e) when (e is IOException or InvalidOperationException)
            {
                failure ??= e;
            }
        }))];
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return failure is null ? clients : throw new InvalidOperationException(failure.Message, failure);
    }
}
