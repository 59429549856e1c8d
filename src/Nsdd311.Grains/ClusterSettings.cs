using Nsdd311.Runtime.Engine;

namespace Nsdd311.Grains;

/// <summary>The bounds of a cluster; silos and gateways of one cluster have the same.</summary>
public sealed record ClusterSettings
{
    /// <summary>The name of the grain storage that keeps snapshots; the host says where it is.</summary>
    public const string Snapshots = "snapshots";

    /// <summary>The engine's bounds. The limit of loaded entities is the local runtime's: silos forget by idle time and under memory pressure. The writer gathers, for a silo is asked by messages.</summary>
    public RuntimeSettings Runtime { get; init; } = new() { Writer = new() { WorthACommit = 40 } };

    /// <summary>Whether each entity keeps a durable reminder of its next deadline.</summary>
    public bool Reminders { get; init; } = true;

    /// <summary>Whether one grain of the cluster looks for whoever is overdue.</summary>
    public bool Sweep { get; init; } = true;

    /// <summary>How long past due an entity must be before the sweep wakes it: until then its reminder may still come.</summary>
    public TimeSpan SweepGrace { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How far a reminder may be put off, by the entity's hash, so that deadlines of one instant do not come at one instant.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a request is sent again and again while silos come and go.</summary>
    public TimeSpan RequestPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one call to a grain may take; then its outcome is unknown, and it is sent again with the same command id.</summary>
    public TimeSpan CallPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock by which callers lose patience: real time, whatever the domain's clock shows.</summary>
    public TimeProvider Waiting { get; init; } = TimeProvider.System;

    /// <summary>How old a silo's knowledge of the roster may be; it looks twice as often.</summary>
    public TimeSpan RosterAge { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long what a gateway was told of an entity passes for its state, where a gateway is asked what it has at hand.</summary>
    public TimeSpan ToldAge { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Of how many entities a gateway keeps what it was told last.</summary>
    public int MostTold { get; init; } = 10_000;
}
