using Nsdd311.Access;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>Which facts of a matter raise an alert, and for whom (1-domain, section 7).</summary>
/// <remarks>An alert carries the log number and the unclassified short title and nothing else of the matter.</remarks>
public static class MatterAlerts
{
    private static readonly Seat IgChair = new(SeatKind.IgChair);
    private static readonly Seat SigChair = new(SeatKind.SigChair);

    /// <summary>The alerts of one fact; mostly none.</summary>
    public static ValueList<AlertRow> Of(ProposalEvent @event, ProposalState after, DateTimeOffset now)
    {
        if (after is ProposalState.Draft { Dossier: var draft } && @event is ProposalEvent.LeaveAsked) return [new("leave.asked", [IgChair], "draft", draft.Paper.ShortTitle, null, now)];
        if (after is not ProposalState.Lodged { Matter: var matter } lodged) return [];

        ValueList<AlertRow> Alert(string kind, IEnumerable<Seat> seats, DateTimeOffset? due = null) =>
            [new(kind, seats.Distinct().ToValueList(), matter.Number?.ToString() ?? "number pending", matter.Dossier.Paper.ShortTitle, due, now)];

        var all = MatterAudiences.AgenciesOf(lodged);
        return @event switch
        {
            ProposalEvent.LeaveAsked => Alert("leave.asked", [IgChair]),
            ProposalEvent.LedgerAnswered { RefusedWith: not null } => Alert("ledger.refused", [new(SeatKind.ExecutiveSecretary), IgChair, .. Desk(matter.Agency)]),
            ProposalEvent.Warned e => Alert("suspense.approaching", e.Silent.SelectMany(Ig), MatterFacts.DueOf(after)),
            ProposalEvent.SuspensePassed e => Alert("suspense.passed", [.. e.Silent.SelectMany(Ig), .. Desk(matter.Agency), IgChair], e.Due),
            ProposalEvent.Reminded e => Alert("position.reminder", [.. e.Silent.SelectMany(Ig), .. e.Silent.Select(SigMember)], e.Due),
            ProposalEvent.SilenceBroken e => Alert("silence.broken", [.. all.SelectMany(Ig), IgChair], e.Schedule.Suspense),
            ProposalEvent.SilenceExpired e => Alert("silence.expired", [.. all.SelectMany(Ig), IgChair], e.Due),
            ProposalEvent.Amended e => Alert("position.to-be-confirmed", all.Keep(agency => agency != matter.Agency).SelectMany(Ig), e.Schedule.Suspense),
            ProposalEvent.Escalated e => Alert("matter.escalated", [.. Sig(all), .. all.SelectMany(Ig), IgChair], e.Sig.Suspense),
            ProposalEvent.Forwarded e => Alert("matter.forwarded", Sig(all), e.Sig.Suspense),
            ProposalEvent.SigWarned => Alert("sig-suspense.approaching", Sig(all), MatterFacts.DueOf(after)),
            ProposalEvent.SigSuspensePassed e => Alert("sig-suspense.passed", Sig(all), e.Due),
            ProposalEvent.HoldBlocked => Alert("matter.blocked", [.. Desk(matter.Agency), IgChair]),
            ProposalEvent.HoldGranted { ObligationId: null } => Alert("hold.granted", [.. Desk(matter.Agency), IgChair]),
            ProposalEvent.FirstDayCame { OpenConditions.Count: > 0 } e => Alert("condition.open", [.. Desk(matter.Agency), IgChair], e.Due),
            ProposalEvent.OutcomeOverdue e => Alert("outcome.overdue", [.. Desk(matter.Agency), IgChair], e.Due),
            ProposalEvent.OutcomeRecorded { Breaches.Count: > 0 } => Alert("condition.breached", [.. all.Select(SigMember), SigChair, IgChair]),
            ProposalEvent.ReportOverdue e => Alert("report.overdue", [.. Desk(matter.Agency), IgChair], e.Due),
            ProposalEvent.Lapsed e => Alert("matter.lapsed", [.. Desk(matter.Agency), IgChair], e.Due),
            _ => [],
        };
    }

    private static Seat[] Ig(AgencyId agency) => [new(SeatKind.IgMember, agency), new(SeatKind.IgAlternate, agency)];

    private static Seat[] Desk(AgencyId agency) => [new(SeatKind.ActionOfficer, agency), .. Ig(agency)];

    private static Seat SigMember(AgencyId agency) => new(SeatKind.SigMember, agency);

    private static Seat[] Sig(ValueList<AgencyId> agencies) => [.. agencies.Select(SigMember), SigChair];
}
