using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

internal sealed partial class EntityEngine
{
    /// <summary>The durable state as of a version, null for the newest; null if there is no such version.</summary>
    public async Task<EntityRecord?> Read(LoadedEntity entity, long? version, CancellationToken cancellationToken)
    {
        var (durable, found) = entity.Look(version);
        if (durable.Version == 0 || version < 1 || version > durable.Version) return null;

        found ??= (await loader.LoadAll(entity.Id, cancellationToken)).Versions.FirstOrDefault(at => at.Version == version);
        return found is null ? null : RecordOf(entity, found);
    }

    /// <summary>The first version from the given one on in which nothing was owed, if need be after a wait.</summary>
    /// <returns>The state; null if the copy still owes at the end of the wait, or was thrown away.</returns>
    public async ValueTask<EntityRecord?> Settled(LoadedEntity entity, long version, Wait wait, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (settled, reaches, changed) = entity.FirstSettled(version);
            if (!reaches) settled = (await loader.LoadAll(entity.Id, cancellationToken)).Versions.FirstOrDefault(at => at.IsSettledFrom(version));
            if (settled is not null) return RecordOf(entity, settled);
            if (entity.Failed || wait.IsOver) return null;

            await wait.For(changed, cancellationToken);
        }
    }

    /// <summary>What a reader is told of a version.</summary>
    public EntityRecord RecordOf(LoadedEntity entity, EntityVersion at) => new(entity.Id, at.Version, at.State, around.CharterOf(entity.Kind, at));

    /// <summary>The journal of an entity of the kind, oldest first.</summary>
    public async Task<ValueList<RecordedEvent>> History(EntityKind kind, EntityId entity, CancellationToken cancellationToken)
    {
        var rows = await journal.Read(entity, 1, cancellationToken);
        return rows.Select(row => RecordedOf(kind, row)).ToValueList();
    }

    private static RecordedEvent RecordedOf(EntityKind kind, JournalRow row) =>
        new(row.Sequence, kind.ReadEvent(row.Type, row.Payload.Span), row.Type, row.Actor, row.Charter, row.RosterSequence, row.At, row.Hash.ToString());
}
