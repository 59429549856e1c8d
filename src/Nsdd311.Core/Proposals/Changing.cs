using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// Changes after clearance: they reopen the final stage, and its clearance prices the hold again (8-charter, annexes A and C).
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecideChange(ProposalState.Cleared cleared, ProposalCommand.Change change, Context context)
    {
        var (matter, charter) = (cleared.Matter, context.Charter);
        var paper = change.Plan.Of(matter.Paper);
        if (Difference.Between(matter.Paper, paper).Count == 0 && paper.Paragraphs == matter.Paper.Paragraphs && !matter.Dossier.EnclosesOtherwiseNext)
            return Refuse(new NothingChanged());
        if (NotToFollow(matter, paper, context) is { } refusal) return Refuse(refusal);
        if (StaleLeave(matter.Dossier, context) is { } stale) return Refuse(stale);

        var category = charter.Find(paper.Category)!;
        var round = Opening(RoundsOf(matter) + 1, category.Stages[^1].Stage, category, matter.Dossier.LeaveFor(LeaveKind.LeadTime)?.Suspense, context);
        return Accept(new ProposalEvent.Changed(paper, matter.Dossier.TextVersion + 1, PaperForm.LapseAt(paper, charter), change.Plan.Reason, round, context.Now));
    }
}
