using Nsdd311.Calendar;

namespace Nsdd311.Charters;

/// <summary>What holds for a body as such (8-charter, section 2). Quorum and deadlines are project policy.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Name">For people.</param>
/// <param name="Chair">The chair's office, for people.</param>
/// <param name="Quorum">Agencies that must be represented.</param>
/// <param name="Own">The body's own suspense; null where the category says it, as at the IG.</param>
/// <param name="Sessions">Deadlines of its sessions.</param>
/// <param name="ChairAgency">The agency that the chair represents, counted in a quorum; null where the chair takes no agency's position, as at the IG.</param>
public sealed record BodyRule(BodyKind Kind, string Name, string Chair, int Quorum, BodySuspense? Own, SessionRule Sessions, AgencyId? ChairAgency)
{
    /// <summary>The suspense from receipt. Asking it of a body that has none of its own is a bug: ask the category.</summary>
    public WorkingSpan Suspense => (Own ?? throw new InvalidOperationException($"{Name} has no suspense of its own.")).Suspense;

    /// <summary>How long before that suspense the silent are warned.</summary>
    public WorkingSpan WarnBefore => (Own ?? throw new InvalidOperationException($"{Name} has no suspense of its own.")).WarnBefore;
}

/// <summary>A suspense that is a body's own.</summary>
/// <param name="Suspense">From receipt.</param>
/// <param name="WarnBefore">Before that suspense.</param>
public sealed record BodySuspense(WorkingSpan Suspense, WorkingSpan WarnBefore);

/// <summary>Deadlines of a body's sessions, in working days.</summary>
/// <param name="AgendaCloses">Before the session.</param>
/// <param name="PapersDue">Before the session; no later than the agenda closes.</param>
/// <param name="MinutesDue">After the session.</param>
/// <param name="MinutesApproved">After the minutes are circulated, if nobody objects.</param>
public sealed record SessionRule(int AgendaCloses, int PapersDue, int MinutesDue, int MinutesApproved);

/// <summary>Deadlines of every category, in working days.</summary>
/// <param name="OutcomeDue">After the last day of a contact.</param>
/// <param name="ReportDue">After the last day of a contact.</param>
/// <param name="ExtensionMost">The most that the chair may extend a round by, once.</param>
/// <param name="ClockStopMost">The most that the clock may stand still in a round, in total.</param>
/// <param name="ReferralReminder">Between reminders that a decision of the head of state is awaited.</param>
/// <param name="DebtWarning">Before the day by which a contact is to be returned.</param>
public sealed record DeadlineRule(int OutcomeDue, int ReportDue, int ExtensionMost, int ClockStopMost, int ReferralReminder, int DebtWarning);
