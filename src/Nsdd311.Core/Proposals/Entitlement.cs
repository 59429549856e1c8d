using System.Diagnostics;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Proposals;

/// <summary>Who may do what (8-charter, annex B). Looked at before the state, so that a stranger learns nothing of it.</summary>
internal static class Entitlement
{
    private static readonly ValueList<string> ProponentSeats = ["action-officer", "ig-member"];
    private static readonly ValueList<string> ChairSeats = ["ig-chair", "acting-chair"];

    /// <summary>The refusal that the acting seat earns for this command; null if it may.</summary>
    public static Refusal? Missing(ProposalState state, ProposalCommand command, Actor actor) => command switch
    {
        Draft or DraftAndSubmit => Proponent(null, actor, "drafting and submitting"),
        Revise or ListDisclosure or Discard or AskLeave or Submit or ProposeDisposition or Amend or Resubmit or HandInStage or Withdraw or RecordOutcome or Change or EnterDeliveredText or Report
            => Proponent(AgencyOf(state), actor, "acting for the proponent"),
        Attach or RemoveAttachment => Enclosing(AgencyOf(state), actor),
        GiveLeave or Extend or StopClock or StartClock or Clear or Return or Disapprove or Forward or ConfirmCondition => Chair(actor),
        TakePosition or ConfirmPosition or AnswerDisclosure or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation => Member(state, actor),
        DemandReclama => actor.Seated is { Kind: SeatKind.IgMember or SeatKind.SigMember } ? null : new NotEntitled("demanding a reclama", ["ig-member", "sig-member"]),
        DecideByPaper => actor.Seated is { Kind: SeatKind.SigChair } ? null : new NotEntitled("deciding for the SIG", ["sig-chair"]),
        RecordPresidentialDecision => actor.Seated is { Kind: SeatKind.SigChair or SeatKind.ExecutiveSecretary }
            ? null
            : new NotEntitled("recording the President's decision", ["sig-chair", "executive-secretary"]),
        DecideInSession decide => OfSession(decide.Decision.Session, actor),
        NoteAgenda note => OfSession(note.Session, actor),
        RecordAnswer or RecordHoldGranted => actor is Actor.Entity ? null : new NotEntitled("settling what is owed", ["the engine"]),
        CheckDeadline => actor is Actor.Person ? new NotEntitled("ringing the alarm", ["the engine"]) : null,
        _ => throw new UnreachableException($"Nobody may {command}."),
    };

    /// <summary>The proponent's agency; null while there is no matter.</summary>
    public static AgencyId? AgencyOf(ProposalState state) => state switch
    {
        ProposalState.Draft draft => draft.Dossier.Agency,
        ProposalState.Discarded discarded => discarded.Dossier.Agency,
        ProposalState.LapsedDraft lapsed => lapsed.Dossier.Agency,
        ProposalState.Lodged lodged => lodged.Matter.Agency,
        _ => null,
    };

    private static Refusal? Proponent(AgencyId? agency, Actor actor, string act) =>
        actor.Seated is { Kind: SeatKind.ActionOfficer or SeatKind.IgMember } seat && (agency is null || seat.Agency == agency)
            ? null
            : new NotEntitled(act, ProponentsOf(agency));

    /// <summary>The executive secretary keeps the papers, and encloses what the proponent hands over for it.</summary>
    private static NotEntitled? Enclosing(AgencyId? agency, Actor actor) =>
        actor.Seated is { Kind: SeatKind.ExecutiveSecretary } || Proponent(agency, actor, "enclosing") is null
            ? null
            : new("enclosing", ProponentsOf(agency).Add("executive-secretary"));

    private static ValueList<string> ProponentsOf(AgencyId? agency) => agency is { } own ? [$"action-officer/{own}", $"ig-member/{own}"] : ProponentSeats;

    private static Refusal? Chair(Actor actor) =>
        actor.Seated is { Kind: SeatKind.IgChair or SeatKind.ActingChair } ? null : new NotEntitled("acting as the IG's chair", ChairSeats);

    private static NotEntitled? OfSession(Sessions.SessionId session, Actor actor) =>
        actor is Actor.Entity { Id.Key: var key } && key == session.ToString() ? null : new NotEntitled("speaking for a session", ["the session"]);

    /// <summary>The IG's table speaks of a matter; the SIG's as well, from where its own round may have begun.</summary>
    private static Refusal? Member(ProposalState state, Actor actor) => actor.Seated switch
    {
        { Kind: SeatKind.IgMember or SeatKind.IgAlternate } => null,
        { Kind: SeatKind.SigMember or SeatKind.SigAlternate } when state is not (ProposalState.Draft or ProposalState.InVetting) => null,
        _ => new NotYourSeat(),
    };
}
