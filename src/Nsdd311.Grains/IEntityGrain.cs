using Nsdd311.Grains.Wire;

namespace Nsdd311.Grains;

/// <summary>An entity on the cluster, of whatever kind. Its identity is the grain's: kind and key.</summary>
[Alias("nsdd311.entity")]
public interface IEntityGrain : IGrain
{
    /// <summary>Runs one command to its durable answer.</summary>
    [Alias("execute-2")]
    Task<WireEnvelope> Execute(WireCommand command);

    /// <summary>Runs one command, and answers with the state that it led to; waits so many milliseconds until the entity owes nothing.</summary>
    /// <param name="command">The command.</param>
    /// <param name="milliseconds">How long to wait.</param>
    /// <param name="known">The version that the asker has, so that only the rest is told; 0 for none.</param>
    [Alias("execute-and-settle-3")]
    Task<WireAnswer> ExecuteAndSettle(WireCommand command, int milliseconds, long known);

    /// <summary>The durable state as of a version, null for the newest; null if there is none.</summary>
    [Alias("read-2")]
    Task<WireRecord?> Read(long? version, long known);

    /// <summary>The first version from one on that owed nothing; waits so many milliseconds for it.</summary>
    [Alias("settled-2")]
    Task<WireRecord?> Settled(long version, int milliseconds, long known);

    /// <summary>The entity's journal.</summary>
    [Alias("history")]
    Task<WireEnvelope> History();

    /// <summary>Completes when the entity is in memory.</summary>
    [Alias("load")]
    Task Load();

    /// <summary>Runs the deadlines that have passed, and sees to it that what is owed is being paid.</summary>
    [Alias("ring")]
    Task Ring();
}
