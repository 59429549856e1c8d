using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Runtime.Engine;

/// <summary>Folds entities from the journal, and keeps snapshots so that long ones load fast.</summary>
internal sealed class EntityLoader(IJournal journal, VettingModel model)
{
    /// <summary>What a journal says of an entity.</summary>
    /// <param name="Versions">Oldest first: the snapshot or the initial version, then one per row after it.</param>
    /// <param name="Rows">The rows after the first of the versions.</param>
    public sealed record Loaded(IReadOnlyList<EntityVersion> Versions, IReadOnlyList<JournalRow> Rows);

    /// <summary>The newest snapshot if it fits, and the events after it.</summary>
    public async Task<Loaded> Load(EntityId entity, CancellationToken cancellationToken)
    {
        var (snapshot, rows) = await journal.ReadFromSnapshot(entity, cancellationToken);
        return await Load(entity, snapshot, rows, cancellationToken);
    }

    /// <summary>An entity with fewer events than these, with one question; null for a longer one.</summary>
    public async Task<Loaded?> LoadShorter(EntityId entity, int than, CancellationToken cancellationToken)
    {
        var rows = await journal.ReadFirst(entity, than, cancellationToken);
        return rows.Count < than ? await Load(entity, null, rows, cancellationToken) : null;
    }

    /// <summary>A snapshot that is kept elsewhere, if it fits, and the events after it.</summary>
    public async Task<Loaded> Load(EntityId entity, Snapshot? snapshot, CancellationToken cancellationToken) =>
        await Load(entity, snapshot, await journal.Read(entity, snapshot?.Sequence ?? 1, cancellationToken), cancellationToken);

    private async Task<Loaded> Load(EntityId entity, Snapshot? snapshot, IReadOnlyList<JournalRow> rows, CancellationToken cancellationToken)
    {
        var kind = model.Of(entity);
        if (snapshot is null) return Fold(kind, EntityVersion.Initial(kind, entity), rows);

        // A snapshot of a history that did not happen, or that other code folded, is thrown away.
        return snapshot.FoldVersion == kind.FoldVersion && rows.Count > 0 && rows[0].Sequence == snapshot.Sequence && rows[0].Hash == snapshot.Hash
            && Restore(kind, snapshot, rows[0]) is { } from
            ? Fold(kind, from, [.. rows.Skip(1)])
            : await LoadAll(entity, cancellationToken);
    }

    /// <summary>Every version from the first event on.</summary>
    public async Task<Loaded> LoadAll(EntityId entity, CancellationToken cancellationToken)
    {
        var kind = model.Of(entity);
        return Fold(kind, EntityVersion.Initial(kind, entity), await journal.Read(entity, 1, cancellationToken));
    }

    /// <summary>Keeps a snapshot of a durable version.</summary>
    public Task Keep(EntityId entity, EntityVersion durable, CancellationToken cancellationToken) =>
        journal.WriteSnapshot(entity, SnapshotOf(entity, durable), cancellationToken);

    /// <summary>The snapshot of a durable version.</summary>
    public Snapshot SnapshotOf(EntityId entity, EntityVersion durable)
    {
        var kind = model.Of(entity);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new Kept(durable.FirstCharter!.Value, JsonSerializer.Deserialize<JsonElement>(kind.WriteState(durable.State))), JournalJson.Options);
        return new(durable.Version, durable.Hash, kind.FoldVersion, bytes);
    }

    /// <summary>The entity before its first event, for whoever has reason to believe that there was none.</summary>
    public Loaded Unborn(EntityId entity) => new([EntityVersion.Initial(model.Of(entity), entity)], []);

    private static EntityVersion? Restore(EntityKind kind, Snapshot snapshot, JournalRow row)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(snapshot.Bytes.Span, JournalJson.Options)!;
            var state = kind.ReadState(JsonSerializer.SerializeToUtf8Bytes(kept.State));
            return new(snapshot.Sequence, snapshot.Hash, state, row.At, kept.FirstCharter, kind.Owed(state).Count > 0);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static Loaded Fold(EntityKind kind, EntityVersion from, IReadOnlyList<JournalRow> rows)
    {
        List<EntityVersion> versions = [from];
        foreach (var row in rows) EntityVersion.Append(versions, versions[^1].After(kind, row, kind.ReadEvent(row.Type, row.Payload.Span)), row);
        return new(versions, rows);
    }

    private sealed record Kept(CharterVersion FirstCharter, JsonElement State);
}
