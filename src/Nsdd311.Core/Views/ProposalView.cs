using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>A matter as one reader sees it: a pure function of its state and of that reader's sight.</summary>
/// <remarks>Members that a state does not know are null and are left out of the answer. Days are days, instants are instants, units are whole.</remarks>
public sealed record ProposalView(
    ProposalId Id, string Status, LogNumber? LogNumber, AgencyId Agency, CategoryCode Category, Direction? Direction, PairId? Pair, string? ShortTitle,
    Stage? Stage, BodyKind? Body, MarkingView Marking, PaperView Paper, DateTimeOffset? SubmittedAt, DateTimeOffset? Suspense,
    ValueList<Leave> Leaves, ValueList<LeaveKind> LeavesAsked, RoundView? Round, RulingView? Decision, ValueList<ConditionView> Conditions,
    HoldView? Hold, SigView? Sig, ValueList<DissentView> Dissents, ValueList<SessionItemView> Sessions, DateTimeOffset? ReclamaUntil, DateTimeOffset? RemindAt, DateTimeOffset? FirstDayAt, DateTimeOffset? OutcomeDue, OutcomeView? Outcome,
    ValueList<int> Breaches, EmbargoBreach? EmbargoBreach, ChangeBreach? ChangeBreach, DeliveryView? Delivered, ValueList<ChangeView> Changes, DateTimeOffset? ReportDue, bool? ReportIsOverdue, ValueList<MarkedText> Report, MarkedText? WithdrawalReason)
{
    /// <summary>Of a plan of contacts: the matters that the reader may know of and that carry its lines out. Shown when the matter is read.</summary>
    public ValueList<CitingMatterView>? CitedBy { get; init; }

    /// <summary>The line that the matter carries out, where the reader may know of the plan. Shown when the matter is read.</summary>
    public CitedLineView? CitedLine { get; init; }

    /// <summary>The matter in this state as this reader sees it; null if it does not exist.</summary>
    public static ProposalView? Of(ProposalState state, Sight sight)
    {
        if (MatterFacts.DossierOf(state) is not { } dossier) return null;

        var lodged = state as ProposalState.Lodged;
        var matter = lodged?.Matter;
        var round = (state as ProposalState.InVetting)?.Round ?? (matter is { Past: { Count: > 0 } past } ? past[past.Count - 1] : null);
        var ruling = matter is { Rulings: { Count: > 0 } rulings } ? rulings[rulings.Count - 1] : null;
        return new(
            dossier.Id, StateNames.Of(state), matter?.Number, dossier.Agency, dossier.Paper.Category, dossier.Paper.Direction, dossier.Paper.Pair,
            dossier.Paper.ShortTitle, MatterFacts.StageOf(state), MatterFacts.BodyOf(state), MarkingView.Of(dossier, sight),
            PaperView.Of(dossier, sight), matter?.SubmittedAt, MatterFacts.DueOf(state),
            dossier.Leaves.Keep(static (leave, sight) => sight.Reads(leave.Reason.Mark), sight), (state as ProposalState.Draft)?.Asked ?? [],
            round is null ? null : RoundView.Of(round, sight), ruling is null ? null : RulingView.Of(ruling, matter!, sight),
            (matter?.Conditions ?? []).Map(ConditionView.Of, sight),
            HoldView.Of(matter?.Hold), SigView.Of(state, sight), DissentView.Of(state, sight),
            (matter?.Sessions ?? []).Map(static item => new SessionItemView(item.Session.ToString(), item.Item, item.Present)),
            Reclama(state), (state as ProposalState.Referred)?.RemindAt,
            (state as ProposalState.Cleared)?.FirstDayAt, (state as ProposalState.Cleared)?.OutcomeDue, OutcomeOf(state, sight), BreachesOf(state),
            matter?.Embargo, matter?.Overrun, DeliveryView.Of(matter?.Delivery, sight), ChangeView.Of(matter, sight),
            (state as ProposalState.Executed)?.ReportDue, (state as ProposalState.Executed)?.IsOverdue,
            sight.See((state as ProposalState.Closed)?.Report ?? []), sight.See((state as ProposalState.Withdrawn)?.Reason));
    }

    private static DateTimeOffset? Reclama(ProposalState state) => state switch
    {
        ProposalState.Decided decided => decided.Ruling.ReclamaUntil,
        ProposalState.Blocked blocked => blocked.Ruling.ReclamaUntil,
        ProposalState.Returned returned => returned.ReclamaUntil,
        _ => null,
    };

    private static OutcomeView? OutcomeOf(ProposalState state, Sight sight) => state switch
    {
        ProposalState.Executed executed => OutcomeView.Of(executed.Outcome, sight),
        ProposalState.Closed closed => OutcomeView.Of(closed.Outcome, sight),
        _ => null,
    };

    private static ValueList<int> BreachesOf(ProposalState state) => state switch
    {
        ProposalState.Executed executed => executed.Breaches,
        ProposalState.Closed closed => closed.Breaches,
        _ => [],
    };
}

/// <summary>The text as it stands, without the portions that the reader may not read.</summary>
public sealed record PaperView(
    int TextVersion, MarkedText? Title, ValueList<MarkedText> Paragraphs, ValueList<GoalView> Goals, Window? Window, Units Units,
    ValueList<MarkedText> Subjects, bool IsNegotiation, EntryId? Answers, Authority? Authority, DateTimeOffset? Embargo, GuidanceTerms? Guidance,
    ValueList<ConformanceView> Conformity, ValueList<ExternalReference> References, ValueList<AgreedLineView> AgreedLines, LineCitation? Cites, ValueList<AttachmentView> Attachments)
{
    /// <summary>The paper as the reader sees it.</summary>
    public static PaperView Of(Dossier dossier, Sight sight)
    {
        var paper = dossier.Paper;
        return new(
            dossier.TextVersion, sight.See(paper.Title), sight.See(paper.Paragraphs),
            paper.Goals.Map(GoalView.Of, sight), paper.Window, paper.Units, sight.See(paper.Subjects),
            paper.IsNegotiation, paper.Answers, paper.Authority, paper.Embargo, paper.Guidance,
            paper.Conformity.Map(ConformanceView.Of, sight), paper.References,
            paper.AgreedLines.Map(AgreedLineView.Of, sight), paper.Cites,
            AttachmentView.Of(dossier.Enclosed, sight));
    }
}

/// <summary>A claimed goal, with its rationale if the reader may read it.</summary>
public sealed record GoalView(int Goal, MarkedText? Rationale)
{
    /// <summary>The claim as the reader sees it.</summary>
    public static GoalView Of(GoalClaim claim, Sight sight) => new(claim.Goal, sight.See(claim.Rationale));
}
