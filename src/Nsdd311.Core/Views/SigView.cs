using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>A round at the SIG as one reader sees it: the one that runs, or the last.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Stage">Of this stage.</param>
/// <param name="Why">How the matter came there: forward, silence, reclama or category.</param>
/// <param name="TextVersion">The text under review.</param>
/// <param name="Suspense">The SIG's suspense.</param>
/// <param name="WarnAt">When the SIG is warned; null once that is over.</param>
/// <param name="HasPassed">Whether the suspense has passed.</param>
/// <param name="Agencies">Where each agency stands.</param>
/// <param name="Positions">Every position taken, all versions, oldest first.</param>
/// <param name="NegotiationObjection">Who objects that this is a negotiation; null if nobody.</param>
/// <param name="Reclama">The demand that brought it there; null if none did.</param>
/// <param name="Decision">The number of the decision that ended the round; null while it runs.</param>
public sealed record SigView(
    int Number, Stage Stage, SigReason Why, int TextVersion, DateTimeOffset Suspense, DateTimeOffset? WarnAt, bool HasPassed,
    ValueList<SigStandingView> Agencies, ValueList<PositionView> Positions, NegotiationView? NegotiationObjection, ReclamaView? Reclama, int? Decision)
{
    /// <summary>The round that runs, else the last; null if the matter never was before the SIG.</summary>
    public static SigView? Of(ProposalState state, Sight sight) => Last(state) is { } round ? Of(round, sight) : null;

    /// <summary>The round as the reader sees it.</summary>
    public static SigView Of(SigRound round, Sight sight) => new(
        round.Number, round.Stage, round.Why, round.TextVersion, round.DueAt, round.WarnAt, round.HasPassed,
        round.Agencies.Map(static (agency, seen) => SigStandingView.Of(agency, seen.round, seen.sight), (round, sight)),
        round.Positions.Map(PositionView.Of, sight),
        round.Objection is { } objection ? new(objection.Agency, sight.See(objection.Text), objection.By, objection.At) : null,
        round.Reclama is { } reclama ? new(reclama.Ruling, reclama.Agency, sight.See(reclama.Reason), reclama.By, reclama.At) : null, round.Ruling);

    internal static ValueList<SigRound> All(ProposalState state)
    {
        var past = (state as ProposalState.Lodged)?.Matter.SigRounds ?? [];
        return state is ProposalState.AtSig sig ? past.Add(sig.Round) : past;
    }

    internal static SigRound? Last(ProposalState state) => state switch
    {
        ProposalState.AtSig sig => sig.Round,
        ProposalState.Lodged { Matter.SigRounds: { Count: > 0 } past } => past[^1],
        _ => null,
    };
}

/// <summary>Where one agency stands at the SIG; <c>silent</c> without a position.</summary>
public sealed record SigStandingView(AgencyId Agency, string Position, PositionView? Taken)
{
    /// <summary>The agency's standing in the round.</summary>
    public static SigStandingView Of(AgencyId agency, SigRound round, Sight sight) => round.Standing(agency) is { } position
        ? new(agency, PositionView.NameOf(position.Stand), PositionView.Of(position, sight))
        : new(agency, "silent", null);
}

/// <summary>A demand that the SIG look at an IG decision.</summary>
/// <param name="Decision">The number of the decision questioned.</param>
/// <param name="Agency">Whose demand.</param>
/// <param name="Reason">Why, if the reader may read it.</param>
/// <param name="By">Who demanded it.</param>
/// <param name="At">When.</param>
public sealed record ReclamaView(int Decision, AgencyId Agency, MarkedText? Reason, PersonId By, DateTimeOffset At);

/// <summary>The item of a session in which the matter was decided.</summary>
public sealed record SessionItemView(string Session, int Item, ValueList<AgencyId> Present);
