using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;

namespace Nsdd311.Web.Api;

/// <summary>What a submission answers to outside its own text, as the lists show it now. A question is asked only where its answer could matter.</summary>
internal sealed class SubmissionShelf(IReadModel lists, GuidanceShelf guidance, PlanShelf plans, ICharters charters, TimeProvider time)
{
    /// <summary>What stands elsewhere for the submission of this paper by this agency.</summary>
    public async Task<Elsewhere> Of(AgencyId? agency, Paper paper, Reader reader, CancellationToken cancellationToken)
    {
        var found = await lists.BeforeSubmission(DebtOf(agency, paper), cancellationToken);
        return new(found.OverdueReports, await guidance.InForce(found.ClearedGuidance, cancellationToken), await plans.CitedBy(paper, reader, cancellationToken));
    }

    /// <summary>The reports that would stop it: of the agency on the pair, for a category of contacts.</summary>
    private ReportDebt? DebtOf(AgencyId? agency, Paper paper) =>
        agency is { } own && paper.Pair is { } pair && charters.InForce.Find(paper.Category)?.Kind is MatterKind.Visit or MatterKind.ExchangeActivity
            ? new(own, pair, time.GetUtcNow())
            : null;
}

/// <summary>What a submission takes along.</summary>
/// <param name="OverdueReports">Reports of the agency on the pair that are overdue, for a category whose submission they would stop.</param>
/// <param name="Guidance">Guidance in force today.</param>
/// <param name="Plan">The plan that the paper cites, if it is in force and the reader may know of it.</param>
internal sealed record Elsewhere(ValueList<LogNumber> OverdueReports, ValueList<GuidanceInForce> Guidance, AgreedPlan? Plan);
