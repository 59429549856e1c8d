using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>Every position of every round of a matter, oldest round first.</summary>
/// <param name="Rounds">At the IG.</param>
/// <param name="SigRounds">At the SIG.</param>
public sealed record PositionsView(ValueList<RoundPositionsView> Rounds, ValueList<SigView> SigRounds)
{
    /// <summary>The positions as the reader sees them; no round for a draft.</summary>
    public static PositionsView Of(ProposalState state, Sight sight)
    {
        var past = (state as ProposalState.Lodged)?.Matter.Past ?? [];
        var all = state is ProposalState.InVetting vetting ? past.Add(vetting.Round) : past;
        return new(all.Map(RoundPositionsView.Of, sight), SigView.All(state).Map(SigView.Of, sight));
    }
}

/// <summary>A round with every position taken in it, all versions, oldest first.</summary>
public sealed record RoundPositionsView(
    int Number, Stage Stage, RoundProcedure Procedure, int TextVersion, DateTimeOffset OpenedAt, DateTimeOffset Suspense, ValueList<StandingView> Agencies,
    ValueList<PositionView> Positions, ValueList<CommentView> Comments)
{
    /// <summary>The round as the reader sees it.</summary>
    public static RoundPositionsView Of(Round round, Sight sight) => new(
        round.Number, round.Stage, round.Procedure, round.TextVersion, round.OpenedAt, round.Phase.DueAt,
        StandingView.AllOf(round, sight),
        round.Positions.Map(PositionView.Of, sight),
        round.Comments.Map(CommentView.Of, sight));
}
