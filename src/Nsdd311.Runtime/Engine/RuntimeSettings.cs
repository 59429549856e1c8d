using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>A runtime's bounds, whichever it is.</summary>
public sealed record RuntimeSettings
{
    /// <summary>The journal writer's bounds.</summary>
    public WriterSettings Writer { get; init; } = new();

    /// <summary>Whether a debt is paid before it is durable where the creditor is in the same process, so that all of it is one commit.</summary>
    public bool PaysInAdvance { get; init; } = true;

    /// <summary>Entities kept in memory, five or six KiB each; beyond it the longest idle leave.</summary>
    public int LoadedLimit { get; init; } = 25_000;

    /// <summary>An entity that nobody asked for so long leaves.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Newest durable versions that a loaded entity keeps at hand.</summary>
    public int RecentVersions { get; init; } = 64;

    /// <summary>Newest durable rows that a loaded entity keeps at hand, for whoever in another process has all but these; a local runtime keeps none.</summary>
    public int RecentRows { get; init; } = 4;

    /// <summary>Command ids that a loaded entity keeps at hand.</summary>
    public int KnownCommands { get; init; } = 256;

    /// <summary>Events between two snapshots.</summary>
    public int SnapshotEvery { get; init; } = 64;

    /// <summary>New events for which a leaving entity is worth a snapshot.</summary>
    public int SnapshotOnLeaving { get; init; } = 32;

    /// <summary>Nobody keeps a snapshot of an entity with fewer events.</summary>
    public int FewestInSnapshot => Math.Min(SnapshotEvery, SnapshotOnLeaving);

    /// <summary>How long after the first failed try a payment is tried again; doubled each time.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two tries.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Entities that are woken at once.</summary>
    public int WakesAtOnce { get; init; } = 32;
}
