using System.Diagnostics;

namespace Nsdd311.Bench.Load;

/// <summary>Latencies in buckets of at most 3 percent width, from a microsecond up; adding one costs no memory.</summary>
internal sealed class Histogram
{
    private const int StepsPerDoubling = 24;
    private readonly long[] buckets = new long[StepsPerDoubling * 32];

    public long Count { get; private set; }

    public void Add(long ticks)
    {
        var micros = Math.Max(1, Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds);
        buckets[Math.Min(buckets.Length - 1, (int)(Math.Log2(micros) * StepsPerDoubling))]++;
        Count++;
    }

    public void Add(Histogram other)
    {
        for (var i = 0; i < buckets.Length; i++) buckets[i] += other.buckets[i];
        Count += other.Count;
    }

    /// <summary>The upper edge of the bucket that holds this share of all, in milliseconds.</summary>
    public double Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(Count * share);
        var seen = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            seen += buckets[i];
            if (seen >= wanted && wanted > 0) return Math.Pow(2, (i + 1) / (double)StepsPerDoubling) / 1000;
        }

        return 0;
    }
}
