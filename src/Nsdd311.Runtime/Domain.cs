using Nsdd311.Charters;
using Nsdd311.Contacts;
using Nsdd311.Imports;
using Nsdd311.LogBook;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Roster;
using Nsdd311.Runtime.Engine;
using Nsdd311.Sessions;
using Nsdd311.Views;

namespace Nsdd311.Runtime;

/// <summary>The kinds of entity of the domain, as every runtime runs them.</summary>
public static class Domain
{
    /// <summary>All kinds. A new one is one line here and its names in <see cref="StoredNames"/>.</summary>
    public static VettingModel Model { get; } = new(
        new EntityKind<ProposalDecider, ProposalState, ProposalCommand, ProposalEvent>(EntityKinds.Proposal, StoredNames.Proposal, MatterRows.Of, bindsCharter: true),
        new EntityKind<PairDecider, PairState, PairCommand, PairEvent>(EntityKinds.Pair, StoredNames.Pair, RowsOfPair),
        new EntityKind<RosterDecider, RosterState, RosterCommand, RosterEvent>(EntityKinds.Roster, StoredNames.Roster, RowsOfRoster),
        new EntityKind<LogBookDecider, LogBookState, LogBookCommand, LogBookEvent>(EntityKinds.LogBook, StoredNames.LogBook),
        new EntityKind<ImportDecider, ImportState, ImportCommand, ImportEvent>(EntityKinds.Import, StoredNames.Import, RowsOfImport),
        new EntityKind<ContactDecider, ContactState, ContactCommand, ContactEvent>(EntityKinds.Contact, StoredNames.Contact, RowsOfContact),
        SessionsOf(EntityKinds.IgSession),
        SessionsOf(EntityKinds.SigSession),
        new EntityKind<SessionBookDecider, SessionBookState, SessionBookCommand, SessionBookEvent>(EntityKinds.SessionBook, StoredNames.SessionBook));

    /// <summary>A follower of the roster: who holds which seat by its durable state.</summary>
    public static RosterSeats FollowSeats() => new(state => ((RosterState)state).Holders.Select(holder => (holder.Appointment.Person, holder.Appointment.Seat)));

    /// <summary>The sessions of one body; both live by the same rules.</summary>
    private static EntityKind<SessionDecider, SessionState, SessionCommand, SessionEvent> SessionsOf(string kind) => new(kind, StoredNames.Session, RowsOfSession);

    private static ReadRows RowsOfSession(EntityId entity, SessionState before, SessionEvent @event, SessionState after, Charter charter, DateTimeOffset at) =>
        ReadRows.None with { Alerts = SessionAlerts.Of(@event, after, charter, at) };

    private static ReadRows RowsOfPair(EntityId entity, PairState before, PairEvent @event, PairState after, Charter charter, DateTimeOffset at) =>
        ReadRows.None with { Alerts = PairAlerts.Of(new PairId(entity.Key), before, @event, after) };

    private static ReadRows RowsOfRoster(EntityId entity, RosterState before, RosterEvent @event, RosterState after, Charter charter, DateTimeOffset at) =>
        ReadRows.None with { Alerts = RosterAlerts.Of(@event) };

    private static ReadRows RowsOfImport(EntityId entity, ImportState before, ImportEvent @event, ImportState after, Charter charter, DateTimeOffset at) =>
        ReadRows.None with { Contacts = ImportRows.Of(@event) };

    private static ReadRows RowsOfContact(EntityId entity, ContactState before, ContactEvent @event, ContactState after, Charter charter, DateTimeOffset at) =>
        ReadRows.None with { Contacts = ContactDecider.Rows(@event) };
}
