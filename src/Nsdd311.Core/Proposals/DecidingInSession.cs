using Nsdd311.Charters;
using Nsdd311.Sessions;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// A session of either body brings what it decided of its item (1-domain, section 4). The rules are the body's own; the quorum was the session's to see to.
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> BySession(ProposalState.InVetting vetting, SessionDecision decision, Context context)
    {
        if (decision.Session.Body is not BodyKind.Ig) return Refuse(NotDecidable(vetting, new ProposalCommand.DecideInSession(decision)));

        var round = vetting.Round;
        return HasDecided(vetting.Matter, decision) is { } twice
            ? Refuse(twice)
            : InSession(decision, round.Agencies.Select(agency => Voiced(agency, round.Standing(agency))), context, decision.Ruling switch
            {
                BodyRuling.Clear clear => DecideClear(vetting, new(clear.Findings, clear.Conditions, clear.Remarks), context),
                BodyRuling.Return back => DecideReturn(vetting, back.Remarks, context),
                BodyRuling.Disapprove no => DecideDisapprove(vetting, no.Remarks, context),
                BodyRuling.Forward forward => DecideForward(vetting, new(forward.Remarks), context),
                _ => Refuse(new NotOfBody(BodyKind.Ig)),
            });
    }

    /// <summary>Over a nonconcurrence of the SIG nothing is cleared; those who were silent, or absent, are named with the item and do not stand in the way.</summary>
    private static Decision<ProposalEvent> BySession(ProposalState.AtSig sig, SessionDecision decision, Context context)
    {
        if (decision.Session.Body is not BodyKind.Sig) return Refuse(NotDecidable(sig, new ProposalCommand.DecideInSession(decision)));
        if (HasDecided(sig.Matter, decision) is { } twice) return Refuse(twice);
        if (NotToBeRuled(sig, decision.Ruling, context) is { } refusal) return Refuse(refusal);

        var round = sig.Round;
        return InSession(decision, round.Agencies.Select(agency => Voiced(agency, round.Standing(agency))), context, RuleAtSig(sig, decision.Ruling, context));
    }

    private static Decision<ProposalEvent> InSession(
        SessionDecision decision, IEnumerable<VoicedPosition> positions, Context context, Decision<ProposalEvent> decided) =>
        decided is Decision<ProposalEvent>.Accepted { Events: var events }
            ? new Decision<ProposalEvent>.Accepted(
                [new ProposalEvent.DecidedInSession(decision.Session, decision.Item, positions.ToValueList(), decision.By, context.Now), .. events])
            : decided;

    /// <summary>Told once for each session, whatever the item's number has become.</summary>
    private static Decision<ProposalEvent> StandsOnAgenda(ProposalState.Lodged lodged, ProposalCommand.NoteAgenda note, Context context) =>
        lodged.Matter.Agendas.Contains(note.Session) ? Nothing : Accept(new ProposalEvent.OnAgenda(note.Session, note.Item, context.Now));

    private static VoicedPosition Voiced(AgencyId agency, Position? position) => new(agency, position?.Stand, position?.Stand switch
    {
        Stand.Nonconcur no => no.Objection,
        Stand.Reserve reserve => reserve.Footnote,
        _ => null,
    });
}
