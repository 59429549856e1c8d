using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// What the IG's chair decides, and what every decision shares (1-domain, section 3).
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecideClear(ProposalState.InVetting vetting, ProposalCommand.Clear clear, Context context)
    {
        if (NotToBeCleared(vetting, clear, context) is { } refusal) return Refuse(refusal);

        var (matter, category) = (vetting.Matter, CategoryOf(vetting, context));
        var ruling = Ruling(vetting, RulingKind.Clear, clear.Findings, clear.Remarks, context);
        var ruled = new ProposalEvent.Ruled(ruling, Numbered(matter, clear.Conditions), Ask(matter, vetting.Round.Stage, category, context.Charter));
        return WithFinality(vetting, ruled, context);
    }

    private static Decision<ProposalEvent> DecideReturn(ProposalState.InVetting vetting, MarkedText remarks, Context context) =>
        WithFinality(vetting, new ProposalEvent.Ruled(Ruling(vetting, RulingKind.Return, [], remarks, context), [], null), context);

    private static Decision<ProposalEvent> DecideDisapprove(ProposalState.InVetting vetting, MarkedText remarks, Context context) =>
        WithFinality(vetting, new ProposalEvent.Ruled(Ruling(vetting, RulingKind.Disapprove, [], remarks, context), [], null), context);

    private static Decision<ProposalEvent> DecideForward(ProposalState.InVetting vetting, ProposalCommand.Forward forward, Context context) =>
        vetting.Round.Objection is { } objection
            ? Refuse(new IsNegotiation(objection.Agency))
            : Accept(new ProposalEvent.Forwarded(forward.Remarks, SigSuspenseFrom(context), context.Now));

    /// <summary>Why the chair may not clear now, in the order in which the reasons are looked for.</summary>
    private static Refusal? NotToBeCleared(ProposalState.InVetting vetting, ProposalCommand.Clear clear, Context context)
    {
        var (round, category) = (vetting.Round, CategoryOf(vetting, context));
        if (round.Phase is RoundPhase.Stopped) return new ClockIsStopped();
        if (round.Objection is { } objection) return new IsNegotiation(objection.Agency);
        var (against, criticals) = (round.Nonconcurring, round.StandingCriticals);
        if (against.Count + criticals.Count > 0) return new StandingNonconcur(against, criticals.Map(static comment => new StandingComment(comment.Number, comment.Agency)));
        if (category.SigAlways && category.StageAfter(round.Stage) is null) return new SigRequired();

        return ConcurrenceMissing(vetting.Matter.Paper, round.Standing, context.Charter) ?? (Refusal?)NotConcurredIn(vetting.Matter, round.Stage, context.Charter) ?? NotHeard(round) ?? FindingFault(vetting.Matter.Paper, clear.Findings);
    }

    private static Refusal? NotHeard(Round round)
    {
        if (round.Phase is RoundPhase.Expired) return null;

        var silent = round.Mandatory.Keep(static (agency, round) => round.Standing(agency) is null, round);
        if (silent.Count > 0) return new MandatorySilent(silent);

        var unconfirmed = round.Mandatory.Keep(static (agency, round) => round.IsToBeConfirmed(agency), round);
        if (unconfirmed.Count > 0) return new PositionsUnconfirmed(unconfirmed);

        var reserved = round.Mandatory.Keep(static (agency, round) => !round.IsHeard(agency), round);
        if (reserved.Count > 0) return new ReservedUntilSuspense(reserved, round.Phase.DueAt);

        var unheard = round.Agencies.Keep(static (agency, round) => !round.IsHeard(agency), round);
        return unheard.Count > 0 && !round.SuspenseIsOver ? new RoundRunning(unheard, round.Phase.DueAt) : null;
    }

    private static FindingMissing? FindingFault(Paper paper, ValueList<Finding> findings)
    {
        var (claimed, found) = (paper.Goals.Map(static claim => claim.Goal), findings.Map(static finding => finding.Goal));
        var faults = claimed.Keep(static (goal, found) => found.AsSpan().Count(goal) != 1, found)
            .AddRange(found.Keep(static (goal, claimed) => !claimed.Contains(goal), claimed));
        return faults.Count > 0 ? new(faults.Distinct().Order().ToValueList()) : null;
    }

    /// <summary>A decision is final when its reclama time is over, a clearance at once if all concurred without a critical comment.</summary>
    private static Ruling Ruling(
        ProposalState.InVetting vetting, RulingKind kind, ValueList<Finding> findings, MarkedText? remarks, Context context)
    {
        var reclama = CategoryOf(vetting, context).Reclama;
        var isFinal = reclama == 0 || (kind is RulingKind.Clear && vetting.Round.IsUnanimous);
        var until = isFinal ? context.Now : context.Charter.Calendar.After(context.Now, reclama);
        return new(vetting.Matter.Rulings.Count + 1, kind, vetting.Round.Stage, findings, remarks, context.Now, until);
    }

    private static Decision<ProposalEvent> WithFinality(ProposalState.Lodged lodged, ProposalEvent ruled, Context context) =>
        Final(Evolve(lodged, ruled), context) is { } final ? Accept(ruled, final) : Accept(ruled);

    /// <summary>What is asked of the ledger: at the hold stage the hold, later another price if days or units changed; null if nothing is.</summary>
    private static HoldRequest? Ask(Matter matter, Stage stage, Category category, Charter charter)
    {
        if (category.Reciprocity is not { } rule || stage < rule.HoldAt) return null;

        var (paper, days) = (matter.Paper, PaperForm.Days(matter.Paper, charter)!.Value);
        if (paper.Direction is Direction.ThirdCountry && rule.ThirdCountry is ThirdCountryRule.Neither) return null;

        var request = new HoldRequest(matter.Entry, category.Code, paper.Direction!.Value, paper.Units, days.From, days.To, paper.Answers);
        return matter.Hold is HoldStatus.Held held && held.Request == request ? null : request;
    }

    private static SigSuspense SigSuspenseFrom(Context context)
    {
        var (calendar, sig) = (context.Charter.Calendar, context.Charter.Sig);
        var suspense = calendar.Suspense(context.Now, sig.Suspense);
        var warnAt = calendar.Before(suspense, sig.WarnBefore);
        return new(suspense, warnAt > context.Now ? warnAt : null);
    }
}
