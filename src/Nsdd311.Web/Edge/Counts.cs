using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Nsdd311.Web.Edge;

/// <summary>Adds up what the program's own meters count, from the start of the process.</summary>
internal sealed class Counts : IDisposable
{
    private readonly ConcurrentDictionary<string, Total> counts = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public Counts()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is Counter<long> && instrument.Meter.Name.StartsWith("Nsdd311.", StringComparison.Ordinal))
                self.EnableMeasurementEvents(instrument, counts.GetOrAdd(instrument.Name, _ => new()));
        };
        listener.SetMeasurementEventCallback<long>((_, measurement, _, state) => ((Total)state!).Add(measurement));
        listener.Start();
    }

    /// <summary>Each counter's name and its sum so far, by name.</summary>
    public SortedDictionary<string, long> Now() => new(counts.ToDictionary(pair => pair.Key, pair => pair.Value.Sum), StringComparer.Ordinal);

    public void Dispose() => listener.Dispose();

    private sealed class Total
    {
        private long sum;

        public long Sum => Interlocked.Read(ref sum);

        public void Add(long more) => Interlocked.Add(ref sum, more);
    }
}
