using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

internal sealed partial class EntityEngine
{
    /// <summary>The durable state as of a version, null for the newest; null if there is no such version.</summary>
    public async Task<EntityRecord?> Read(LoadedEntity entity, long? version, CancellationToken cancellationToken)
    {
        var (durable, recent, _) = entity.Look();
        var wanted = version ?? durable.Version;
        if (durable.Version == 0 || wanted < 1 || wanted > durable.Version) return null;

        var found = Array.Find(recent, at => at.Version == wanted)
            ?? (await loader.LoadAll(entity.Id, cancellationToken)).Versions.FirstOrDefault(at => at.Version == wanted);
        return found is null ? null : RecordOf(entity, found);
    }

    /// <summary>The first version from the given one on that owed nothing; else null, and what completes when there is a newer version to look at.</summary>
    public async Task<(EntityRecord? Settled, Task Changed)> Settled(LoadedEntity entity, long version, CancellationToken cancellationToken)
    {
        var (durable, recent, changed) = entity.Look();
        if (durable.Version < version) return (null, changed);

        // From memory if that reaches back so far, else from the journal.
        var versions = recent[0].Version <= version ? recent : (await loader.LoadAll(entity.Id, cancellationToken)).Versions;
        var settled = versions.FirstOrDefault(at => at.Version >= version && at.Version > 0 && at.IsWhole && !at.Owes);
        return (settled is null ? null : RecordOf(entity, settled), changed);
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
