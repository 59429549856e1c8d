using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// Reclama: an agency demands that the SIG look at an IG decision, which waits (8-charter, section 2 and annex B). And what comes too late to be decided.
public sealed partial class ProposalDecider
{
    /// <summary>A decision stands until its instant and no longer: at that very instant it is final.</summary>
    private static Decision<ProposalEvent> DecideReclama(ProposalState.Lodged lodged, ProposalCommand.DemandReclama demand, Context context)
    {
        var matter = lodged.Matter;
        var ruling = matter.Rulings[^1];
        if (matter.BodyOf(ruling) is not RulingBody.Ig) return Refuse(new ReclamaOfSig());
        if (!MayBeQuestioned(lodged, ruling, context)) return Refuse(new ReclamaTooLate(ruling.ReclamaUntil));

        var seat = context.Actor.Seated!.Value;
        var agency = seat.Agency!.Value;
        if (seat.Kind is SeatKind.IgMember && !MayReclaim(agency, matter, ruling)) return Refuse(new ReclamaNotYours(agency));

        var reclama = new Reclama(ruling.Number, agency, demand.Reason, ((Actor.Person)context.Actor).Id, context.Now);
        return Accept(new ProposalEvent.ReclamaDemanded(reclama, SigSuspenseFrom(context)));
    }

    private static bool MayBeQuestioned(ProposalState.Lodged lodged, Ruling ruling, Context context) => lodged switch
    {
        ProposalState.Decided or ProposalState.Blocked => context.Now < ruling.ReclamaUntil,
        ProposalState.Returned returned => context.Now < returned.ReclamaUntil,
        _ => false,
    };

    /// <summary>An agency that did not concur; the proponent against a return or a disapproval.</summary>
    private static bool MayReclaim(AgencyId agency, Matter matter, Ruling ruling)
    {
        if (agency == matter.Agency && ruling.Kind is not RulingKind.Clear) return true;

        return matter.Past[^1].Standing(agency)?.Stand is not (Stand.Concur or Stand.ConcurWithComment);
    }

    /// <summary>Why a decision comes too late, or to the wrong place: the matter is not before the body that would decide.</summary>
    private static Refusal NotDecidable(ProposalState.Lodged lodged, ProposalCommand command)
    {
        var (matter, state) = (lodged.Matter, StateNames.Of(lodged));
        var last = matter.Rulings.Count > 0 ? matter.BodyOf(matter.Rulings[^1]) : (RulingBody?)null;
        return command switch
        {
            ProposalCommand.DecideInSession session => HasDecided(matter, session.Decision) ?? new NotBeforeBody(session.Decision.Session.Body, state),
            ProposalCommand.DecideByPaper when last is RulingBody.Sig or RulingBody.President && lodged is not ProposalState.InVetting => new DecisionMade(state),
            ProposalCommand.DecideByPaper => new NotBeforeBody(Charters.BodyKind.Sig, state),
            _ when lodged is ProposalState.AtSig or ProposalState.Referred => new RoundClosed(state),
            _ => new DecisionMade(state),
        };
    }

    private static Refusal? HasDecided(Matter matter, Sessions.SessionDecision decision) =>
        matter.Sessions.Any(item => item.Session == decision.Session && item.Item == decision.Item) ? new ItemDecided(decision.Session.ToString(), decision.Item) : null;
}
