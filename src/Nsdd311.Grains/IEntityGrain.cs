using Nsdd311.Grains.Wire;

namespace Nsdd311.Grains;

/// <summary>An entity on the cluster, of whatever kind. Its identity is the grain's: kind and key.</summary>
[Alias("nsdd311.entity")]
public interface IEntityGrain : IGrain
{
    /// <summary>Runs one command to its durable answer.</summary>
    [Alias("execute")]
    Task<WireEnvelope> Execute(WireEnvelope command);

    /// <summary>Runs one command, and answers with the state that it led to; waits a moment until the entity owes nothing.</summary>
    [Alias("execute-and-settle")]
    Task<WireEnvelope> ExecuteAndSettle(WireEnvelope command);

    /// <summary>The durable state as of a version.</summary>
    [Alias("read")]
    Task<WireEnvelope> Read(WireEnvelope question);

    /// <summary>The first version from one on that owed nothing; waits a moment for it.</summary>
    [Alias("settled")]
    Task<WireEnvelope> Settled(WireEnvelope question);

    /// <summary>The entity's journal.</summary>
    [Alias("history")]
    Task<WireEnvelope> History();

    /// <summary>Runs the deadlines that have passed, and sees to it that what is owed is being paid.</summary>
    [Alias("ring")]
    Task Ring();
}
