namespace Nsdd311.Runtime.Engine;

/// <summary>What follows from a durable version: the roster is followed, debts are paid, the next wake is armed, a snapshot is kept.</summary>
/// <remarks>The writer calls it before anybody is answered, so nothing here waits; the runtimes differ only in who pays, who arms and where snapshots are.</remarks>
/// <param name="engine">Makes records.</param>
/// <param name="settings">How often a snapshot is worth it.</param>
/// <param name="rosterMoved">Is given the roster's new state; null if nobody follows it.</param>
/// <param name="owes">Sees to it that the entity's debts are being paid.</param>
/// <param name="wakes">Sees to it that the entity is rung at an instant; null for never.</param>
/// <param name="keep">Begins to keep a snapshot of a version.</param>
/// <param name="letGo">Throws away the copy of an entity that is loaded now.</param>
/// <param name="unsure">The journal may hold what no copy knows of; null where somebody looks for that anyway.</param>
internal sealed class FollowUp(
    EntityEngine engine, RuntimeSettings settings, Action<EntityRecord>? rosterMoved, Action<EntityId> owes, Action<EntityId, DateTimeOffset?> wakes,
    Action<EntityId, EntityVersion> keep, Action<EntityId> letGo, Action? unsure = null)
{
    /// <summary>A newer version is durable.</summary>
    public void Moved(LoadedEntity entity, EntityVersion durable)
    {
        if (entity.Id == EntityId.Roster) rosterMoved?.Invoke(engine.RecordOf(entity, durable));
        // It was thrown away while this was on its way: whoever has been loaded in its place may not know of it.
        if (entity.Failed) letGo(entity.Id);
        // What the head does not owe any more is on its way, paid; unless that way has ended.
        if (durable.Owes && (entity.HeadOwes || entity.Failed)) owes(entity.Id);
        wakes(entity.Id, entity.Kind.NextWake(durable.State));
        if (durable.Version - entity.SnapshotAt >= settings.SnapshotEvery) Keep(entity, durable);
    }

    /// <summary>Something that was decided on this copy will not be written by it: if it was the answer to a payment, that is still owed.</summary>
    public void Fell(LoadedEntity entity)
    {
        if (entity.Durable.Owes) owes(entity.Id);
        unsure?.Invoke();
    }

    /// <summary>The entity leaves memory.</summary>
    public void Leaving(LoadedEntity entity)
    {
        var durable = entity.Durable;
        if (!entity.Failed && durable.Version - entity.SnapshotAt >= settings.SnapshotOnLeaving) Keep(entity, durable);
    }

    private void Keep(LoadedEntity entity, EntityVersion durable)
    {
        entity.SnapshotAt = durable.Version;
        keep(entity.Id, durable);
    }
}
