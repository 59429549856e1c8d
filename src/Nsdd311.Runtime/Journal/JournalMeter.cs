using System.Diagnostics.Metrics;

namespace Nsdd311.Runtime.Journal;

/// <summary>What the writer counts, for whoever listens to the meter <c>Nsdd311.Journal</c>.</summary>
internal static class JournalMeter
{
    private static readonly Meter Meter = new("Nsdd311.Journal");

    /// <summary>Appends that the journal has answered, whether they won or lost.</summary>
    public static Counter<long> Appends { get; } = Meter.CreateCounter<long>("journal.appends", "{append}");

    /// <summary>Transactions that carried them; each is flushed once.</summary>
    public static Counter<long> Commits { get; } = Meter.CreateCounter<long>("journal.commits", "{commit}");
}
