using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Sessions;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// What the SIG says and decides (1-domain, section 3): its members' positions, its chair's decisions by paper and in session.
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecideSigPosition(ProposalState.AtSig sig, ProposalCommand.TakePosition take, Context context)
    {
        if (MayNotSpeak(sig, context) is { } refusal) return Refuse(refusal);
        if (take.Comments.Count > 0 || take.Stand is Stand.ConcurWithComment) return Refuse(new CommentsNotAtSig());
        if (Malformed(take) is { } malformed) return Refuse(malformed);

        var person = ((Actor.Person)context.Actor).Id;
        return Accept(new ProposalEvent.PositionTaken(new(ActingAgency(context), take.Stand, person, context.Now, sig.Round.TextVersion, sig.Round.HasPassed, []), []));
    }

    private static Decision<ProposalEvent> DecideSigObjection(ProposalState.AtSig sig, ProposalCommand.ObjectToNegotiation objection, Context context) =>
        MayNotSpeak(sig, context) is { } refusal
            ? Refuse(refusal)
            : Accept(new ProposalEvent.NegotiationObjected(new(ActingAgency(context), objection.Text, ((Actor.Person)context.Actor).Id, context.Now)));

    private static Decision<ProposalEvent> DecideSigLift(ProposalState.AtSig sig, ProposalCommand.LiftNegotiation lift, Context context) =>
        MayNotSpeak(sig, context) is { } refusal ? Refuse(refusal) : Lifted(sig.Round.Objection, lift, context);

    /// <summary>The IG's table has no voice here; the SIG's own speaks for each agency of the round.</summary>
    private static Refusal? MayNotSpeak(ProposalState.AtSig sig, Context context) => context.Actor.Seated switch
    {
        { Kind: SeatKind.SigMember or SeatKind.SigAlternate, Agency: { } agency } => sig.Round.Agencies.Contains(agency) ? null : new NotAwaited(agency),
        _ => new RoundClosed(StateNames.Of(sig)),
    };

    private static Decision<ProposalEvent> ByPaper(ProposalState.AtSig sig, BodyRuling ruling, Context context)
    {
        if (NotToBeRuled(sig, ruling, context) is { } refusal) return Refuse(refusal);
        if (NotByPaper(sig.Round, ruling) is { } apart) return Refuse(apart);

        return RuleAtSig(sig, ruling, context);
    }

    /// <summary>What the SIG may not decide, by paper or in session.</summary>
    private static Refusal? NotToBeRuled(ProposalState.AtSig sig, BodyRuling ruling, Context context)
    {
        if (ruling is BodyRuling.Forward) return new NotOfBody(BodyKind.Sig);
        if (ruling is not BodyRuling.Clear) return null;
        if (sig.Round.Objection is { } objection) return new IsNegotiation(objection.Agency);

        return sig.Round.Nonconcurring.Count > 0
            ? new StandingNonconcur(sig.Round.Nonconcurring, [])
            : ConcurrenceMissing(sig.Matter.Paper, agency => sig.Round.Standing(agency), context.Charter) ?? (Refusal?)NotConcurredIn(sig.Matter, sig.Round.Stage, context.Charter);
    }

    /// <summary>By paper a clearance needs all to concur; to return, disapprove or refer it is enough that all have spoken.</summary>
    private static NotUnanimous? NotByPaper(SigRound round, BodyRuling ruling)
    {
        var apart = ruling is BodyRuling.Clear ? round.NotConcurring : round.Silent;
        return apart.Count > 0 ? new(apart) : null;
    }

    private static Decision<ProposalEvent> RuleAtSig(ProposalState.AtSig sig, BodyRuling ruling, Context context) => ruling switch
    {
        BodyRuling.Clear clear when FindingFault(sig.Matter.Paper, clear.Findings) is { } fault => Refuse(fault),
        BodyRuling.Clear clear => SigRuled(sig, SigRuling(sig, RulingKind.Clear, clear.Findings, clear.Remarks, context), clear.Conditions, context),
        BodyRuling.Return back => SigRuled(sig, SigRuling(sig, RulingKind.Return, [], back.Remarks, context), [], context),
        BodyRuling.Disapprove no => SigRuled(sig, SigRuling(sig, RulingKind.Disapprove, [], no.Remarks, context), [], context),
        BodyRuling.Refer refer => Accept(new ProposalEvent.Referred(
            SigRuling(sig, RulingKind.Refer, [], refer.Remarks, context), NextReferralReminder(context))),
        _ => throw new System.Diagnostics.UnreachableException($"The SIG does not {ruling}."),
    };

    private static Decision<ProposalEvent> SigRuled(ProposalState.AtSig sig, Ruling ruling, ValueList<MarkedText> conditions, Context context)
    {
        var ruled = new ProposalEvent.SigRuled(ruling, Numbered(sig.Matter, conditions), AskIfCleared(sig, ruling, context));
        return WithFinality(sig, ruled, context);
    }

    /// <summary>What the SIG or the President decides is final at once: no reclama leads further.</summary>
    private static Ruling SigRuling(ProposalState.AtSig sig, RulingKind kind, ValueList<Finding> findings, MarkedText? remarks, Context context) =>
        new(sig.Matter.Rulings.Count + 1, kind, sig.Round.Stage, findings, remarks, context.Now, context.Now);

    private static Reciprocity.HoldRequest? AskIfCleared(ProposalState.Lodged lodged, Ruling ruling, Context context) =>
        ruling.Kind is RulingKind.Clear ? Ask(lodged.Matter, ruling.Stage, CategoryOf(lodged, context), context.Charter) : null;

    private static ValueList<Condition> Numbered(Matter matter, ValueList<MarkedText> conditions) =>
        conditions.Count == 0 ? [] : conditions.Select((text, i) => new Condition(matter.Conditions.Count + 1 + i, text, null)).ToValueList();

    /// <summary>Of an agreement, and of whatever touches a subject under formal negotiation, whoever conducts negotiations must say yes, in so many words.</summary>
    private static StateConcurrenceRequired? ConcurrenceMissing(Paper paper, Func<AgencyId, Position?> standing, Charter charter)
    {
        if (charter.Find(paper.Category)!.Kind is not MatterKind.ProposedAgreement && !paper.Subjects.Any(subject => charter.IsUnderNegotiation(subject.Text))) return null;

        var missing = charter.Agencies.Where(agency => agency.LiftsNegotiation && standing(agency.Id)?.Stand is not (Stand.Concur or Stand.ConcurWithComment))
            .Select(agency => agency.Id).ToValueList();
        return missing.Count > 0 ? new(missing) : null;
    }
}
