namespace Nsdd311.Runtime.Engine;

public sealed partial class LocalRuntime
{
    /// <inheritdoc />
    public async Task<EntityRecord?> Read(EntityId entity, long? version, CancellationToken cancellationToken)
    {
        if (!model.Has(entity.Kind)) return null;

        using var lease = await entities.Rent(entity, cancellationToken);
        return await engine.Read(lease.Entity, version, cancellationToken);
    }

    /// <inheritdoc />
    public EntityRecord? AtHand(EntityId entity) =>
        entities.AtHand(entity) is { Failed: false, Durable: { Version: > 0 } durable } loaded ? engine.RecordOf(loaded, durable) : null;

    /// <inheritdoc />
    public Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken) =>
        Settled(entity, version, new Wait(waiting, patience), cancellationToken);

    /// <inheritdoc />
    public async Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken) =>
        model.Has(entity.Kind) ? await engine.History(model.Of(entity), entity, cancellationToken) : [];

    private async Task<EntityRecord?> Settled(EntityId entity, long version, Wait wait, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var lease = await entities.Rent(entity, cancellationToken);
            if (await engine.Settled(lease.Entity, version, wait, cancellationToken) is { } settled) return settled;
            if (wait.IsOver) return null;
        }
    }
}
