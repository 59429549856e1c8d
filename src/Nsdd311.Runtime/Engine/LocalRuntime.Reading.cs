using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

public sealed partial class LocalRuntime
{
    /// <inheritdoc />
    public async Task<EntityRecord?> Read(EntityId entity, long? version, CancellationToken cancellationToken)
    {
        if (!model.Has(entity.Kind)) return null;

        using var lease = await entities.Rent(entity, cancellationToken);
        var (durable, recent, _) = lease.Entity.Look();
        var wanted = version ?? durable.Version;
        if (durable.Version == 0 || wanted < 1 || wanted > durable.Version) return null;

        var found = Array.Find(recent, at => at.Version == wanted) ?? (await loader.LoadAll(entity, cancellationToken)).Versions.FirstOrDefault(at => at.Version == wanted);
        return found is null ? null : RecordOf(lease.Entity.Kind, entity, found);
    }

    /// <inheritdoc />
    public EntityRecord? AtHand(EntityId entity) =>
        entities.AtHand(entity) is { Failed: false, Durable: { Version: > 0 } durable } loaded ? RecordOf(loaded.Kind, entity, durable) : null;

    /// <inheritdoc />
    public async Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = waiting.GetTimestamp();
        while (true)
        {
            using var lease = await entities.Rent(entity, cancellationToken);
            var (durable, recent, changed) = lease.Entity.Look();
            if (durable.Version >= version && await FirstSettled(entity, version, recent, cancellationToken) is { } settled)
                return RecordOf(lease.Entity.Kind, entity, settled);

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
    public async Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken)
    {
        if (!model.Has(entity.Kind)) return [];

        var kind = model.Of(entity);
        var rows = await journal.Read(entity, 1, cancellationToken);
        return rows.Select(row => RecordedOf(kind, row)).ToValueList();
    }

    /// <summary>The first version from the given one on that owed nothing: from memory if that reaches back so far, else from the journal.</summary>
    private async Task<EntityVersion?> FirstSettled(EntityId entity, long version, EntityVersion[] recent, CancellationToken cancellationToken)
    {
        var versions = recent[0].Version <= version ? recent : (await loader.LoadAll(entity, cancellationToken)).Versions;
        return versions.FirstOrDefault(at => at.Version >= version && at.Version > 0 && at.IsWhole && !at.Owes);
    }

    private EntityRecord RecordOf(EntityKind kind, EntityId entity, EntityVersion at) => new(entity, at.Version, at.State, around.CharterOf(kind, at));

    private static RecordedEvent RecordedOf(EntityKind kind, JournalRow row) =>
        new(row.Sequence, kind.ReadEvent(row.Type, row.Payload.Span), row.Type, row.Actor, row.Charter, row.RosterSequence, row.At, row.Hash.ToString());
}
