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
            dossier.Leaves.Keep(leave => sight.Reads(leave.Reason.Mark)), (state as ProposalState.Draft)?.Asked ?? [],
            round is null ? null : RoundView.Of(round, sight), ruling is null ? null : RulingView.Of(ruling, matter!, sight),
            (matter?.Conditions ?? []).Select(condition => ConditionView.Of(condition, sight)).ToValueList(),
            HoldView.Of(matter?.Hold), SigView.Of(state, sight), DissentView.Of(state, sight),
            (matter?.Sessions ?? []).Select(item => new SessionItemView(item.Session.ToString(), item.Item, item.Present)).ToValueList(),
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

/// <summary>The overall marking of the paper and its attachments, and the marking of what this reader is shown of them.</summary>
/// <param name="Overall">The highest level of any portion and attachment: <c>C</c>.</param>
/// <param name="Shown">The highest level of the portions and attachments shown.</param>
public sealed record MarkingView(string Overall, string Shown)
{
    /// <summary>Both markings of a text with what goes with it: it is never marked lower than that. The disclosure items are part of it, and are shown on a page of their own.</summary>
    public static MarkingView Of(Dossier dossier, Sight sight)
    {
        var paper = Marks(PaperView.PortionsOf(dossier.Paper)).ToArray();
        var items = Marks(DisclosureView.PortionsOf(dossier.Disclosure.Items));
        var enclosed = dossier.Enclosed.SelectMany(attachment => attachment.Marks);
        var seen = dossier.Enclosed.Where(attachment => AttachmentView.IsSeen(attachment, sight)).SelectMany(attachment => attachment.Marks);
        return new(Highest([.. paper, .. items, .. enclosed]), Highest([.. paper.Where(sight.Reads), .. seen]));
    }

    internal static MarkingView Of(IEnumerable<MarkedText> all, IEnumerable<MarkedText> shown, Sight sight) => new(Highest(Marks(all)), Highest(Marks(shown).Where(sight.Reads)));

    private static IEnumerable<PortionMark> Marks(IEnumerable<MarkedText> portions) => portions.Select(portion => portion.Mark).Where(mark => !mark.IsMissing);

    private static string Highest(IEnumerable<PortionMark> marks) => marks.Select(mark => mark.Level).DefaultIfEmpty(Level.Unclassified).Max() switch
    {
        Level.TopSecret => "TS",
        Level.Secret => "S",
        Level.Confidential => "C",
        _ => "U",
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
            paper.Goals.Select(claim => new GoalView(claim.Goal, sight.See(claim.Rationale))).ToValueList(), paper.Window, paper.Units, sight.See(paper.Subjects),
            paper.IsNegotiation, paper.Answers, paper.Authority, paper.Embargo, paper.Guidance,
            paper.Conformity.Select(conformance => new ConformanceView(conformance.Guidance, sight.See(conformance.How))).ToValueList(), paper.References,
            paper.AgreedLines.Select(line => AgreedLineView.Of(line, sight)).ToValueList(), paper.Cites,
            AttachmentView.Of(dossier.Enclosed, sight));
    }

    internal static IEnumerable<MarkedText> PortionsOf(Paper paper) => [paper.Title, .. paper.Paragraphs, .. paper.Goals.Select(claim => claim.Rationale), .. paper.Subjects, .. paper.Conformity.Select(conformance => conformance.How), .. paper.AgreedLines.Select(line => line.Text)];
}

/// <summary>A claimed goal, with its rationale if the reader may read it.</summary>
public sealed record GoalView(int Goal, MarkedText? Rationale);
