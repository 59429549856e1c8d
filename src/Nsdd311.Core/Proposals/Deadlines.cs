using System.Diagnostics;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;
using static Nsdd311.Proposals.ProposalState;

namespace Nsdd311.Proposals;

// What the clock does (8-charter, section 1). Every deadline is one step: due, and noticed. Steps are taken until none is due.
public sealed partial class ProposalDecider
{
    /// <inheritdoc />
    public static DateTimeOffset? NextWake(ProposalState state) => state switch
    {
        ProposalState.Draft draft => draft.Dossier.LapseAt,
        InVetting vetting => Earliest(vetting.Matter.Dossier.LapseAt, NextWake(vetting.Round)),
        Decided decided => Earliest(decided.Matter.Dossier.LapseAt, AwaitsLedger(decided.Matter) ? null : decided.Ruling.ReclamaUntil),
        Blocked blocked => blocked.Matter.Dossier.LapseAt,
        AtSig sig => Earliest(sig.Matter.Dossier.LapseAt, Earliest(sig.Round.WarnAt, sig.Round.HasPassed ? null : sig.Round.DueAt)),
        Referred referred => Earliest(referred.Matter.Dossier.LapseAt, referred.RemindAt),
        Returned returned => Earliest(returned.Matter.Dossier.LapseAt, returned.ReclamaUntil),
        ClearedForStage cleared => cleared.Matter.Dossier.LapseAt,
        Cleared cleared => Earliest(cleared.Matter.OpenConditions.Count > 0 ? cleared.FirstDayAt : null, cleared.OutcomeDue),
        Executed executed => executed.IsOverdue ? null : executed.ReportDue,
        _ => null,
    };

    private static DateTimeOffset? NextWake(Round round) => round.Phase switch
    {
        RoundPhase.Running running => Earliest(running.Schedule.WarnAt, running.Schedule.Suspense),
        RoundPhase.Stopped stopped => stopped.ResumeBy,
        RoundPhase.Passed => Earliest(RemindDue(round), EscalationDue(round)),
        RoundPhase.Expired => null,
        _ => throw new UnreachableException(),
    };

    private static Decision<ProposalEvent> Deadlines(ProposalState state, Context context)
    {
        List<ProposalEvent> steps = [];
        while (NextWake(state) is { } due && due <= context.Now)
        {
            var step = Step(state, due, context);
            steps.Add(step);
            state = Evolve(state, step);
        }

        return steps.Count == 0 ? Nothing : new Decision<ProposalEvent>.Accepted(steps.ToValueList());
    }

    private static ProposalEvent Step(ProposalState state, DateTimeOffset due, Context context)
    {
        var now = context.Now;
        if (LapseAt(state) is { } lapse && lapse <= due) return new ProposalEvent.Lapsed(lapse, now);

        return state switch
        {
            InVetting vetting => Step(vetting, due, context),
            Decided or Returned => Final(state, context)!,
            AtSig { Round: { WarnAt: { } warn } round } when now < round.DueAt => new ProposalEvent.SigWarned(warn, now),
            AtSig sig => new ProposalEvent.SigSuspensePassed(sig.Round.DueAt, now),
            Referred referred => new ProposalEvent.ReferralReminded(referred.RemindAt, now, NextReferralReminder(context)),
            Cleared cleared => cleared.OutcomeDue is { } outcome && outcome <= due
                ? new ProposalEvent.OutcomeOverdue(outcome, now)
                : new ProposalEvent.FirstDayCame(cleared.FirstDayAt!.Value, now, cleared.Matter.OpenConditions),
            Executed executed => new ProposalEvent.ReportOverdue(executed.ReportDue, now),
            _ => throw new UnreachableException($"Nothing is due in {state}."),
        };
    }

    private static ProposalEvent Step(InVetting vetting, DateTimeOffset due, Context context)
    {
        var (round, now) = (vetting.Round, context.Now);
        switch (round.Phase)
        {
            case RoundPhase.Running { Schedule: { WarnAt: { } warn } schedule } when now < schedule.Suspense:
                return new ProposalEvent.Warned(warn, now, round.Silent(round.Agencies, now));
            case RoundPhase.Running { Schedule: var schedule } when round.Procedure is RoundProcedure.Silence:
                return new ProposalEvent.SilenceExpired(schedule.Suspense, now, round.Agencies.Keep(agency => !round.HasSpoken(agency)));
            case RoundPhase.Running { Schedule: var schedule }:
                var mandatorySilent = round.Silent(round.Mandatory, now).Count > 0;
                return new ProposalEvent.SuspensePassed(schedule.Suspense, now, round.Silent(round.Agencies, now), mandatorySilent ? NextReminder(context) : null);
            case RoundPhase.Stopped stopped:
                return Started(vetting, stopped, null, context);
            case RoundPhase.Passed when EscalationDue(round) is { } escalation && escalation <= now:
                return new ProposalEvent.Escalated(escalation, now, round.Mandatory.Keep(agency => !round.HasSpoken(agency)), SigSuspenseFrom(context));
            case RoundPhase.Passed:
                return new ProposalEvent.Reminded(due, now, round.Silent(round.Mandatory, now), NextReminder(context));
            default:
                throw new UnreachableException($"Nothing is due in {round.Phase}.");
        }
    }

    /// <summary>The silent are reminded at each close of business; counted from when it was noticed.</summary>
    private static DateTimeOffset NextReminder(Context context) => context.Charter.Calendar.After(context.Now, 1);

    /// <summary>When silent mandatory agencies are reminded: as set, else when an interim reply runs out unfulfilled.</summary>
    private static DateTimeOffset? RemindDue(Round round) =>
        ((RoundPhase.Passed)round.Phase).RemindAt
        ?? round.Interims.Where(reply => round.Mandatory.Contains(reply.Agency) && !round.HasSpoken(reply.Agency))
            .Select(reply => (DateTimeOffset?)reply.FullBy).Min();

    /// <summary>When the round goes to the SIG by itself: for want of the first mandatory agency whose time, with its interim reply, runs out.</summary>
    private static DateTimeOffset? EscalationDue(Round round)
    {
        DateTimeOffset? first = null;
        foreach (var agency in round.Mandatory)
        {
            if (round.HasSpoken(agency)) continue;

            // An interim reply gives time; one that names a day before the round's own end takes none away.
            var (own, reply) = (((RoundPhase.Passed)round.Phase).EscalateAt, round.Interims.FirstOrDefault(reply => reply.Agency == agency));
            first = Earliest(first, reply?.EscalateAt > own ? reply.EscalateAt : own);
        }

        return first;
    }

    /// <summary>The fact that a decision is final, if it is so by now: its reclama time is over and no answer of the ledger is awaited.</summary>
    private static ProposalEvent? Final(ProposalState state, Context context) => state switch
    {
        Decided decided when decided.Ruling.ReclamaUntil <= context.Now && !AwaitsLedger(decided.Matter) => Final(decided.Matter, decided.Ruling, context),
        Returned { ReclamaUntil: { } until } when until <= context.Now => new ProposalEvent.BecameFinal(until, context.Now, null, null, null),
        _ => null,
    };

    private static ProposalEvent.BecameFinal Final(Matter matter, Ruling ruling, Context context)
    {
        var charter = context.Charter;
        var next = ruling.Kind is RulingKind.Clear ? charter.Find(matter.Paper.Category)!.StageAfter(ruling.Stage) : null;
        var isAll = ruling.Kind is RulingKind.Clear && next is null;
        var days = isAll ? PaperForm.Days(matter.Paper, charter) : null;
        return new(
            ruling.ReclamaUntil, context.Now, next,
            days is { From: var from } ? charter.Calendar.StartOf(from) : null,
            days is { To: var to } ? charter.Calendar.After(to, charter.Deadlines.OutcomeDue) : null);
    }

    private static bool AwaitsLedger(Matter matter) => matter.Hold is HoldStatus.Asked;

    private static DateTimeOffset? LapseAt(ProposalState state) => state switch
    {
        ProposalState.Draft draft => draft.Dossier.LapseAt,
        InVetting or Decided or Blocked or AtSig or Referred or Returned or ClearedForStage => ((Lodged)state).Matter.Dossier.LapseAt,
        _ => null,
    };

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null ? one : one < other ? one : other;
}
