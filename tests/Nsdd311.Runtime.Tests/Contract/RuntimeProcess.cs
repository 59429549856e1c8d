namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>A running runtime with what a test needs besides: one process, or a cluster of them.</summary>
public abstract class RuntimeProcess(IVettingRuntime runtime) : IVettingRuntime, IAsyncDisposable
{
    public Task<Reply> Execute(CommandEnvelope envelope, CancellationToken cancellationToken) => runtime.Execute(envelope, cancellationToken);

    public Task<ReplyAndRecord> ExecuteAndSettle(CommandEnvelope envelope, TimeSpan patience, CancellationToken cancellationToken) =>
        runtime.ExecuteAndSettle(envelope, patience, cancellationToken);

    public Task<EntityRecord?> Read(EntityId entity, long? version, CancellationToken cancellationToken) => runtime.Read(entity, version, cancellationToken);

    public EntityRecord? AtHand(EntityId entity) => runtime.AtHand(entity);

    public Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken) =>
        runtime.Settled(entity, version, patience, cancellationToken);

    public Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken) => runtime.History(entity, cancellationToken);

    /// <summary>Rings whoever is due by the clock's present, and completes when all is paid that can be paid now.</summary>
    public abstract Task CatchUp(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
