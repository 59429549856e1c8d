using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

public sealed partial class LocalRuntime
{
    private async Task<LoadedEntity> Load(EntityId id)
    {
        var loaded = await loader.Load(id, CancellationToken.None);
        return new(id, model.Of(id), loaded, around, Moved);
    }

    /// <summary>A durable version: what follows from it, before anybody is answered, and without waiting for anything.</summary>
    private void Moved(LoadedEntity entity, EntityVersion durable)
    {
        if (entity.Id == EntityId.Roster) rosterMoved?.Invoke(RecordOf(entity.Kind, entity.Id, durable));
        if (durable.Owes) payers.Notice(entity.Id);
        if (entity.Kind.NextWake(durable.State) is { } wake) alarm.Notice(wake);
        if (durable.Version - entity.SnapshotAt >= around.Settings.SnapshotEvery) KeepSnapshot(entity, durable);
    }

    private void Leaving(LoadedEntity entity)
    {
        var durable = entity.Durable;
        if (!entity.Failed && durable.Version - entity.SnapshotAt >= around.Settings.SnapshotOnLeaving) KeepSnapshot(entity, durable);
    }

    private void KeepSnapshot(LoadedEntity entity, EntityVersion durable)
    {
        entity.SnapshotAt = durable.Version;
        background.Run(() => loader.Keep(entity.Id, durable, CancellationToken.None));
    }

    /// <summary>An alarm: runs what is due and sees that what is owed is being paid.</summary>
    private async Task Ring(EntityId id)
    {
        while (true)
        {
            using var lease = await entities.Rent(id, CancellationToken.None);
            try
            {
                if (lease.Entity.Ring() is { } head) await writer.Await(head);
                if (lease.Entity.Durable.Owes) payers.Notice(id);
                return;
            }
            catch (EntityReloadingException)
            {
                entities.Discard(lease.Entity);
            }
            catch (RuntimeUnavailableException) when (lease.Entity.Failed)
            {
                entities.Discard(lease.Entity);
                throw;
            }
        }
    }
}
