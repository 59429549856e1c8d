using System.Diagnostics;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalEvent;
using State = Nsdd311.Proposals.ProposalState;

namespace Nsdd311.Proposals;

/// <summary>How facts change a round at the SIG.</summary>
internal static class SigFold
{
    public static SigRound Evolve(SigRound round, ProposalEvent @event) => @event switch
    {
        PositionTaken e => round with { Positions = round.Positions.Add(e.Position) },
        NegotiationObjected e => round with { Objection = e.Objection },
        NegotiationLifted => round with { Objection = null },
        SigWarned => round with { WarnAt = null },
        SigSuspensePassed => round with { WarnAt = null, HasPassed = true },
        _ => throw new UnreachableException($"{@event} cannot happen in a round at the SIG."),
    };
}

// How a matter comes before the SIG, and how it leaves it.
public sealed partial class ProposalDecider
{
    /// <summary>All positions are taken anew; an objection that this is a negotiation comes along, because it stands until it is lifted.</summary>
    private static State.AtSig Before(Matter matter, Stage stage, SigReason why, SigSuspense sig, Reclama? reclama)
    {
        var ig = matter.Past[^1];
        return new(matter with { Raised = matter.Raised.Add(why) }, new(
            matter.SigRounds.Count + 1, stage, why, matter.Dossier.TextVersion, sig.Suspense, sig.WarnAt, false, ig.Agencies, [], ig.Objection, reclama, null));
    }

    private static State.Lodged Evolve(State.AtSig sig, ProposalEvent @event) => @event switch
    {
        SigRuled e => AfterSig(sig, e.Ruling, e.Conditions, e.Ask),
        Referred e => new State.Referred(Over(sig, e.Ruling), e.Ruling, e.RemindAt),
        SigSuspensePassed => sig with { Matter = BeforeTheNextSession(sig.Matter), Round = SigFold.Evolve(sig.Round, @event) },
        _ => sig with { Round = SigFold.Evolve(sig.Round, @event) },
    };

    /// <summary>"When it passes the matter goes on the agenda of the next session by itself" (8-charter, section 2): the SIG's book of sessions sees to it.</summary>
    private static Matter BeforeTheNextSession(Matter matter) =>
        matter.Owe(id => new Settlement.TakeUpAtNextSession(id, BodyKind.Sig, new(matter.Id, matter.Number, matter.Paper.ShortTitle)), "session");

    private static State.Lodged Evolve(State.Referred referred, ProposalEvent @event) => @event switch
    {
        ReferralReminded e => referred with { RemindAt = e.RemindAt },
        PresidentDecided e => AfterPresident(referred, e),
        _ => throw new UnreachableException($"{@event} cannot follow {referred}."),
    };

    private static State.AtSig Questioned(State.Lodged lodged, ReclamaDemanded e) =>
        Before(lodged.Matter, lodged.Matter.Rulings[^1].Stage, SigReason.Reclama, e.Sig, e.Reclama);

    private static Matter Over(State.AtSig sig, Ruling ruling) => sig.Matter with
    {
        SigRounds = sig.Matter.SigRounds.Add(sig.Round with { Ruling = ruling.Number }),
        Rulings = ruling.Kind is RulingKind.Refer ? sig.Matter.Rulings.Add(ruling) : sig.Matter.Rulings,
    };

    private static State.Lodged AfterSig(State.AtSig sig, Ruling ruling, ValueList<Condition> conditions, HoldRequest? ask) =>
        InLine(Ruled(Over(sig, ruling), ruling, conditions, ask, null));

    private static State.Lodged AfterPresident(State.Referred referred, PresidentDecided e)
    {
        var matter = referred.Matter with { President = referred.Matter.President.Add(new(e.Ruling.Number, e.Decision)) };
        return InLine(Ruled(matter, e.Ruling, e.Conditions, e.Ask, null));
    }

    /// <summary>A hold that was asked for by the IG's clearance may stand in line still: then the matter is blocked as before.</summary>
    private static State.Lodged InLine(State.Lodged lodged) =>
        lodged is State.Decided { Ruling: { Kind: RulingKind.Clear } ruling, Matter: { Hold: HoldStatus.Waiting waiting } matter }
            ? new State.Blocked(matter, ruling, waiting.Impediment)
            : lodged;
}
