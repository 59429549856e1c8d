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
    public async Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = waiting.GetTimestamp();
        while (true)
        {
            using var lease = await entities.Rent(entity, cancellationToken);
            var (settled, changed) = await engine.Settled(lease.Entity, version, cancellationToken);
            if (settled is not null) return settled;

            var left = patience - waiting.GetElapsedTime(since);
            if (left <= TimeSpan.Zero) return null;

            try
            {
                await changed.WaitAsync(left, waiting, cancellationToken);
            }
            catch (TimeoutException)
            {
                // The next round looks a last time.
            }
        }
    }

    /// <inheritdoc />
    public async Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken) =>
        model.Has(entity.Kind) ? await engine.History(model.Of(entity), entity, cancellationToken) : [];
}
