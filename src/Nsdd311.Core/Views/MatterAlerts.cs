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

        var all = MatterAudiences.AgenciesOf(lodged);
        var told = OfRound(@event, after, matter, all) ?? OfSig(@event, after, matter, all) ?? OfContact(@event, matter, all);
        return told is { } alert
            ? [new(alert.Kind, alert.Seats.Distinct().ToValueList(), matter.Number?.ToString() ?? "number pending", matter.Dossier.Paper.ShortTitle, alert.Due, now)]
            : [];
    }

    private static Told? OfRound(ProposalEvent @event, ProposalState after, Matter matter, ValueList<AgencyId> all) => @event switch
    {
        ProposalEvent.LeaveAsked => new("leave.asked", [IgChair]),
        ProposalEvent.Warned e => new("suspense.approaching", [.. e.Silent.SelectMany(Ig)], MatterFacts.DueOf(after)),
        ProposalEvent.SuspensePassed e => new("suspense.passed", [.. e.Silent.SelectMany(Ig), .. Desk(matter.Agency), IgChair], e.Due),
        ProposalEvent.Reminded e => new("position.reminder", [.. e.Silent.SelectMany(Ig), .. e.Silent.Select(SigMember)], e.Due),
        ProposalEvent.SilenceBroken e => new("silence.broken", [.. all.SelectMany(Ig), IgChair], e.Schedule.Suspense),
        ProposalEvent.SilenceExpired e => new("silence.expired", [.. all.SelectMany(Ig), IgChair], e.Due),
        ProposalEvent.Changed e => new("matter.changed", [.. all.SelectMany(Ig), IgChair], e.Round.Schedule.Suspense),
        ProposalEvent.Amended e => new("position.to-be-confirmed", [.. all.Keep(agency => agency != matter.Agency).SelectMany(Ig)], e.Schedule.Suspense),
        _ => null,
    };

    private static Told? OfSig(ProposalEvent @event, ProposalState after, Matter matter, ValueList<AgencyId> all) => @event switch
    {
        ProposalEvent.Escalated e => new("matter.escalated", [.. Sig(all), .. all.SelectMany(Ig), IgChair], e.Sig.Suspense),
        ProposalEvent.Forwarded e => new("matter.forwarded", Sig(all), e.Sig.Suspense),
        ProposalEvent.ReclamaDemanded e => new("matter.reclama", [.. Sig(all), .. Desk(matter.Agency), IgChair], e.Sig.Suspense),
        ProposalEvent.SigWarned => new("sig-suspense.approaching", Sig(all), MatterFacts.DueOf(after)),
        ProposalEvent.SigSuspensePassed e => new("sig-suspense.passed", Sig(all), e.Due),
        ProposalEvent.SigRuled => new("sig.decided", [.. Sig(all), .. Desk(matter.Agency), IgChair]),
        ProposalEvent.Referred => new("matter.referred", [.. Sig(all), new(SeatKind.ExecutiveSecretary), .. Desk(matter.Agency), IgChair]),
        ProposalEvent.ReferralReminded e => new("referral.reminder", [SigChair], e.Due),
        ProposalEvent.PresidentDecided => new("president.decided", [.. Sig(all), .. Desk(matter.Agency), IgChair]),
        _ => null,
    };

    private static Told? OfContact(ProposalEvent @event, Matter matter, ValueList<AgencyId> all) => @event switch
    {
        ProposalEvent.LedgerAnswered { RefusedWith: not null } => new("ledger.refused", [new(SeatKind.ExecutiveSecretary), IgChair, .. Desk(matter.Agency)]),
        ProposalEvent.HoldBlocked => new("matter.blocked", [.. Desk(matter.Agency), IgChair]),
        ProposalEvent.HoldGranted { ObligationId: null } => new("hold.granted", [.. Desk(matter.Agency), IgChair]),
        ProposalEvent.FirstDayCame { OpenConditions.Count: > 0 } e => new("condition.open", [.. Desk(matter.Agency), IgChair], e.Due),
        ProposalEvent.OutcomeOverdue e => new("outcome.overdue", [.. Desk(matter.Agency), IgChair], e.Due),
        ProposalEvent.OutcomeRecorded { Breaches.Count: > 0 } => new("condition.breached", [.. all.Select(SigMember), SigChair, IgChair]),
        ProposalEvent.ChangeOverrun => new("change.overrun", [.. all.Select(SigMember), SigChair, IgChair]),
        ProposalEvent.TextDelivered { Delivery.Against.Deviates: true } e => new("statement.deviated", [IgChair, .. e.Told.SelectMany(Ig)]),
        ProposalEvent.EmbargoBroken e => new("statement.embargo-broken", [IgChair, .. e.Told.SelectMany(Ig)]),
        ProposalEvent.ReportOverdue e => new("report.overdue", [.. Desk(matter.Agency), IgChair], e.Due),
        ProposalEvent.Lapsed e => new("matter.lapsed", [.. Desk(matter.Agency), IgChair], e.Due),
        _ => null,
    };

    /// <summary>What is told, to whom, and the deadline that it is about.</summary>
    private sealed record Told(string Kind, Seat[] Seats, DateTimeOffset? Due = null);

    private static Seat[] Ig(AgencyId agency) => [new(SeatKind.IgMember, agency), new(SeatKind.IgAlternate, agency)];

    private static Seat[] Desk(AgencyId agency) => [new(SeatKind.ActionOfficer, agency), .. Ig(agency)];

    private static Seat SigMember(AgencyId agency) => new(SeatKind.SigMember, agency);

    private static Seat[] Sig(ValueList<AgencyId> agencies) => [.. agencies.Select(SigMember), SigChair];
}
