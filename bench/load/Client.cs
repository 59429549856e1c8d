using System.Diagnostics;
using System.Text;

namespace Nsdd311.Bench.Load;

/// <summary>One connection on one thread, which does the standard work again and again and remembers what it was told.</summary>
internal sealed class Client(Contestant contestant, int run, Numbering numbering)
{
    private readonly Work work = new(contestant.Address, contestant.Persons, contestant.Today);
    private readonly byte[] id = new byte[36];

    /// <summary>Latencies of all requests, and of each step.</summary>
    public Histogram Latencies { get; } = new();

    public Histogram[] OfStep { get; } = [.. Enumerable.Range(0, Work.Steps).Select(_ => new Histogram())];

    public List<Acknowledged> Acknowledged { get; } = [];

    /// <summary>Requests acknowledged before the end.</summary>
    public long Requests { get; private set; }

    /// <summary>Works until the instant, or until the numbers run out; any other answer than expected ends the run.</summary>
    /// <param name="until">A timestamp.</param>
    /// <param name="steps">How many steps of each vetting are done; all, or the submission alone.</param>
    public void Run(long until, int steps)
    {
        using var wire = new Wire(contestant.Address, TimeSpan.FromSeconds(30));
        while (Stopwatch.GetTimestamp() < until && numbering.Next() is { } vetting)
        {
            var told = default(Acknowledged);
            for (var step = 0; step < steps; step++)
            {
                var started = Stopwatch.GetTimestamp();
                if (started >= until) break;

                var status = wire.Exchange(work.Step(step, id, vetting, run, (int)(vetting % contestant.Pairs)));
                var ended = Stopwatch.GetTimestamp();
                Expect(step, status, wire);
                if (step == 0) TakeId(wire);
                told = Told(step, told, wire);
                if (ended > until) break;

                Latencies.Add(ended - started);
                OfStep[step].Add(ended - started);
                Requests++;
            }

            if (told.Version > 0) Acknowledged.Add(told);
        }
    }

    private void TakeId(Wire wire)
    {
        var location = wire.Header("Location:"u8);
        location[^id.Length..].CopyTo(id);
    }

    private Acknowledged Told(int step, Acknowledged before, Wire wire) =>
        new(Guid.Parse(id), Load.Acknowledged.VersionOf(wire), before.Cleared || step == Work.Decision);

    private static void Expect(int step, int status, Wire wire)
    {
        var isExpected = status == (step == 0 ? 201 : 200) && step switch
        {
            < Work.Decision => true,
            Work.Decision => Load.Acknowledged.IsHeld(wire),
            _ => Load.Acknowledged.IsCleared(wire),
        };
        if (!isExpected) throw new InvalidOperationException($"Step {step} was answered {status}: {Encoding.UTF8.GetString(wire.Body)}");
    }
}
