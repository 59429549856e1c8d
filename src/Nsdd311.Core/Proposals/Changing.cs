using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// Changes after clearance: they reopen the final stage, and its clearance prices the hold again (8-charter, annexes A and C).
public sealed partial class ProposalDecider
{
    private static Decision<ProposalEvent> DecideChange(ProposalState.Cleared cleared, ProposalCommand.Change change, Context context)
    {
        var (matter, charter) = (cleared.Matter, context.Charter);
        var paper = change.Plan.Of(matter.Paper);
        var disclosed = change.Plan.Disclosed is { } named && named != matter.Dossier.Disclosure.Listed ? named : (ValueList<Disclosure>?)null;
        if (Difference.Between(matter.Paper, paper).Count == 0 && paper.Paragraphs == matter.Paper.Paragraphs && disclosed is null && !matter.Dossier.EnclosesOtherwiseNext)
            return Refuse(new NothingChanged());
        if (disclosed is { } items && NotToBeListed(matter.Dossier, items, charter) is { } unlisted) return Refuse(unlisted);
        if (NotToFollow(matter, paper, disclosed ?? matter.Dossier.Disclosure.Listed, context) is { } refusal) return Refuse(refusal);
        if (StaleLeave(matter.Dossier, context) is { } stale) return Refuse(stale);

        var (category, version) = (charter.Find(paper.Category)!, matter.Dossier.TextVersion + 1);
        var round = Opening(RoundsOf(matter) + 1, category.Stages[^1].Stage, category, matter.Dossier.LeaveFor(LeaveKind.LeadTime)?.Suspense, context);
        var changed = new ProposalEvent.Changed(paper, version, PaperForm.LapseAt(paper, charter), change.Plan.Reason, round, context.Now);
        return disclosed is { } list ? Accept(changed, Listed(matter.Dossier, list, version, context)) : Accept(changed);
    }
}
