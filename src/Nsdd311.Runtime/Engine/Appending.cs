using Nsdd311.Runtime.Journal;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Engine;

/// <summary>Turns the events of one command into rows: evolve, serialize, hash. Pure; what it makes is written as it is, however often it is sent.</summary>
internal static class Appending
{
    /// <summary>An append and the versions that it leads to, one per row.</summary>
    internal sealed record Made(Append Append, IReadOnlyList<EntityVersion> Versions);

    /// <summary>What the rows say besides the events.</summary>
    internal sealed record Circumstances(EntityId Entity, CommandId Command, string Digest, Context Context, long RosterSequence, TimeSpan FirstPaymentTry);

    public static Made Make(EntityKind kind, EntityVersion head, ValueList<object> events, Circumstances facts)
    {
        List<JournalRow> rows = [];
        List<EntityVersion> versions = [];
        var read = ReadRows.None;
        foreach (var @event in events)
        {
            var row = RowOf(kind, head, @event, rows.Count, facts);
            var next = head.After(kind, row, @event);
            read = Join(read, kind.Project(facts.Entity, head.State, @event, next.State, facts.Context.Charter, row.At));
            rows.Add(row);
            EntityVersion.Append(versions, next, row);
            head = next;
        }

        return new(new(rows, DueAt(kind, head, facts), head.Owes, read), versions);
    }

    private static JournalRow RowOf(EntityKind kind, EntityVersion head, object @event, int number, Circumstances facts) =>
        new JournalRow(
            facts.Entity, head.Version + 1, kind.Events.NameOf(@event), EntityKind.WriteEvent(@event), facts.Context.Actor.ToString()!, facts.Command, number,
            facts.Digest, facts.Context.Charter.Version, facts.RosterSequence, facts.Context.Now, head.Hash, default).Hashed();

    /// <summary>The earlier of the next wake and the first repetition of a payment: that row is the promise.</summary>
    private static DateTimeOffset? DueAt(EntityKind kind, EntityVersion head, Circumstances facts)
    {
        var wake = kind.NextWake(head.State);
        if (!head.Owes) return wake;

        var payment = facts.Context.Now + facts.FirstPaymentTry;
        return wake < payment ? wake : payment;
    }

    private static ReadRows Join(ReadRows first, ReadRows second) =>
        ReferenceEquals(second, ReadRows.None) ? first
            : new(second.Matter ?? first.Matter, first.Alerts.AddRange(second.Alerts), first.Contacts.AddRange(second.Contacts));
}
