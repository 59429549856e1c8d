using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;

namespace Nsdd311.Grains.Wire;

/// <summary>Writes and reads durable versions: to whoever has an earlier one only the events since then are told, and he applies them as the silo did.</summary>
internal sealed class WireRecords(WireFormat wire, VettingModel model)
{
    /// <summary>What came of a command.</summary>
    /// <param name="copy">The loaded copy that answered; null if it has gone.</param>
    /// <param name="outcome">What is told.</param>
    /// <param name="known">The version that the asker has; 0 for none.</param>
    public WireAnswer Write(LoadedEntity? copy, ReplyAndRecord outcome, long known)
    {
        var record = Write(copy, outcome.Record, known);
        return outcome.Reply is Reply.Accepted accepted && record is { Change: { } change } && known <= accepted.Version - accepted.Events.Count && accepted.Version <= change.Version
            ? new(null, new(accepted.Version, accepted.Events.Count, accepted.Repeated), record, outcome.IsSettled)
            : new(wire.Write(outcome.Reply), null, record, outcome.IsSettled);
    }

    /// <summary>A durable version; null for none.</summary>
    public WireRecord? Write(LoadedEntity? copy, EntityRecord? record, long known)
    {
        if (record is null) return null;

        var isNewest = copy is { Failed: false } && copy.Durable.Version == record.Version;
        return known <= record.Version && copy?.EventsBetween(known, record.Version) is { } rows
            ? new(null, new(record.Version, record.Charter.ToString(), EventsOf(rows.Span)), isNewest)
            : new(wire.Write(record), null, isNewest);
    }

    /// <summary>What came of a command.</summary>
    /// <param name="entity">Whose.</param>
    /// <param name="answer">What was told.</param>
    /// <param name="known">What the asker had; null for nothing.</param>
    public ReplyAndRecord Read(EntityId entity, WireAnswer answer, EntityRecord? known)
    {
        if (answer.Accepted is not { } accepted) return new(wire.Read<Reply>(answer.Reply!)!, Read(entity, answer.Record, known), answer.IsSettled);

        var (record, events) = Apply(entity, answer.Record!.Change!, known);
        var own = events.Skip((int)(accepted.Version - accepted.Events - (known?.Version ?? 0))).Take(accepted.Events);
        return new(new Reply.Accepted(entity, accepted.Version, own.ToValueList(), accepted.Repeated), record, answer.IsSettled);
    }

    /// <summary>A durable version; null for none.</summary>
    public EntityRecord? Read(EntityId entity, WireRecord? record, EntityRecord? known) =>
        record is null ? null : record.Whole is { } whole ? wire.Read<EntityRecord>(whole) : Apply(entity, record.Change!, known).Record;

    private (EntityRecord Record, IReadOnlyList<object> Events) Apply(EntityId entity, WireChange change, EntityRecord? known)
    {
        var kind = model.Of(entity);
        var state = known?.State ?? kind.Initial;
        var events = new object[change.Events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var (type, payload) = change.Events[i];
            events[i] = kind.ReadEvent(type, payload.Span);
            state = kind.Evolve(state, events[i]);
        }

        return (new(entity, change.Version, state, new CharterVersion(change.Charter)), events);
    }

    private static WireEvent[] EventsOf(ReadOnlySpan<RecentRow> rows)
    {
        var events = new WireEvent[rows.Length];
        for (var i = 0; i < events.Length; i++) events[i] = new(rows[i].Type, rows[i].Payload);
        return events;
    }
}
