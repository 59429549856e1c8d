using System.Diagnostics;
using Nsdd311.Settlement;
using Nsdd311.Views;
using static Nsdd311.Contacts.ContactCommand;
using static Nsdd311.Contacts.ContactState;
using static Nsdd311.Decision<Nsdd311.Contacts.ContactEvent>;

namespace Nsdd311.Contacts;

/// <summary>A contact that is kept and never counted: an incident, a courtesy call, a legislative or unofficial contact, a summit.</summary>
public sealed class ContactDecider : IDecider<ContactState, ContactCommand, ContactEvent>
{
    private ContactDecider() { }

    /// <inheritdoc />
    public static ContactState Initial { get; } = new Unknown();

    /// <inheritdoc />
    public static ContactCommand Wake { get; } = new CheckDeadline();

    /// <inheritdoc />
    public static Decision<ContactEvent> Decide(ContactState state, ContactCommand command, Context context) => (state, command) switch
    {
        (_, ContactCommand.Record) when context.Actor.Seated is not { Kind: SeatKind.ExecutiveSecretary } =>
            Refuse(new NotEntitled("entering contacts that are not counted", ["executive-secretary"])),
        (Unknown, ContactCommand.Record record) => DecideRecord(record, context),
        (Kept, ContactCommand.Record)           => Refuse(new ContactExists()),

        (_, CheckDeadline)                      => Nothing,
        _ => throw new UnreachableException($"{command} reached {state}."),
    };

    /// <inheritdoc />
    public static ContactState Evolve(ContactState state, ContactEvent @event) => (state, @event) switch
    {
        (Unknown, ContactEvent.Recorded e) => new Kept(e.Contact),
        _ => throw new UnreachableException($"{@event} cannot follow {state}."),
    };

    /// <inheritdoc />
    public static DateTimeOffset? NextWake(ContactState state) => null;

    /// <inheritdoc />
    public static ValueList<Obligation> Owed(ContactState state) => [];

    /// <summary>What the lists get of a fact.</summary>
    public static ValueList<ContactRow> Rows(ContactEvent @event) => @event is ContactEvent.Recorded recorded ? [recorded.Contact] : [];

    private static Decision<ContactEvent> DecideRecord(ContactCommand.Record record, Context context)
    {
        var today = context.Charter.Calendar.DayOf(context.Now);
        if (!ContactKinds.All.Contains(record.Kind)) return Refuse(new ContactKindUnknown("kind", ContactKinds.All));
        if (record.Pair is { } pair && context.Charter.Find(pair) is null) return Refuse(new ContactPairUnknown("pair"));
        if (record.To < record.From || record.To > today) return Refuse(new ContactDays("days", today));
        if (string.IsNullOrWhiteSpace(record.Title.Text) || record.Title.Text.Length > 300) return Refuse(new ContactTitle("title"));

        var row = new ContactRow(record.Id.ToString("D"), record.Kind, record.Pair, record.From, record.To, record.Title, record.Doubt);
        return Accept(new ContactEvent.Recorded(row, context.Now));
    }
}
