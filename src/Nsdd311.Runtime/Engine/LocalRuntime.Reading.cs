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
            if (await SettledOn(lease.Entity, version, wait, cancellationToken) is { } settled) return settled;
            if (wait.Left <= TimeSpan.Zero) return null;
        }
    }

    /// <returns>The state; null if the copy still owes at the end of the wait, or was thrown away.</returns>
    private async ValueTask<EntityRecord?> SettledOn(LoadedEntity entity, long version, Wait wait, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (settled, changed) = await engine.Settled(entity, version, cancellationToken);
            if (settled is not null || entity.Failed || wait.Left is var left && left <= TimeSpan.Zero) return settled;

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

    /// <summary>How long somebody waits, from now on.</summary>
    private sealed class Wait(TimeProvider clock, TimeSpan patience)
    {
        private readonly long since = clock.GetTimestamp();

        public TimeSpan Left => patience - clock.GetElapsedTime(since);
    }
}
