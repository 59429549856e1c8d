namespace Nsdd311.Charters;

/// <summary>Reads the bodies' rules and the deadlines of every category.</summary>
internal static class BodyReader
{
    public static BodyRule Body(Members members, BodyKind kind) => new(
        kind,
        members.Text("name"),
        members.Text("chair"),
        members.Number("quorum", 1, 99),
        kind is BodyKind.Sig ? new(members.Span("suspense"), members.Span("warnBefore")) : null,
        members.Object("sessions", Sessions),
        kind is BodyKind.Sig && members.Has("chairAgency") ? members.Agency("chairAgency") : null);

    public static DeadlineRule Deadlines(Members members) => new(
        members.Days("outcomeDue"),
        members.Days("reportDue"),
        members.Days("extensionMost"),
        members.Days("clockStopMost"),
        members.Days("referralReminder"),
        members.Days("debtWarning"));

    private static SessionRule Sessions(Members members) => new(
        members.Days("agendaCloses"),
        members.Days("papersDue"),
        members.Days("minutesDue"),
        members.Days("minutesApproved"));
}
