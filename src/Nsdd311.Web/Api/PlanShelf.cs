using Nsdd311.Access;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Views;

namespace Nsdd311.Web.Api;

/// <summary>Plans of contacts in force, and what carries their lines out. One question to the lists, with the reader's eyes: forbidden is as absent.</summary>
internal sealed class PlanShelf(IVettingRuntime runtime, IReadModel lists)
{
    /// <summary>The plan that a paper cites, if it is in force and the reader may know of it; null otherwise.</summary>
    public async ValueTask<AgreedPlan?> CitedBy(Paper paper, Reader reader, CancellationToken cancellationToken) =>
        paper.Cites is { } cited && await Find(cited.Plan, reader, cancellationToken) is { } found ? found.Plan : null;

    /// <summary>What the reader of a matter is shown of plans besides: the line that it carries out, and what carries out its own.</summary>
    public async ValueTask<ProposalView> Complete(ProposalView view, ProposalState state, Reader reader, CancellationToken cancellationToken)
    {
        if (AgreedPlan.Of(state) is { } own) return view with { CitedBy = await Citing(own.Number, reader, cancellationToken) };
        if (view.Paper.Cites is not { } cited || await Find(cited.Plan, reader, cancellationToken) is not { } found) return view;

        return found.Plan.Lines.FirstOrDefault(line => line.Number == cited.Line) is { } line
            ? view with { CitedLine = new(found.Id, AgreedLineView.Of(line, found.Sight)) }
            : view;
    }

    private async Task<Found?> Find(LogNumber number, Reader reader, CancellationToken cancellationToken)
    {
        foreach (var row in (await lists.Docket(DocketQuery.By(FilingKey.OfPlan(number), reader.Audiences, reader.ReadsAllFacts), cancellationToken)).Items)
            if (await runtime.Read(EntityId.Of(row.Id), null, cancellationToken) is { State: ProposalState state } && AgreedPlan.Of(state) is { } plan)
                return new(row.Id, plan, Sight.Of(reader, MatterAudiences.Of(state)));

        return null;
    }

    private async Task<ValueList<CitingMatterView>> Citing(LogNumber number, Reader reader, CancellationToken cancellationToken)
    {
        List<CitingMatterView> all = [];
        string? after = null;
        do
        {
            var page = await lists.Docket(DocketQuery.By(FilingKey.OfCitation(number), reader.Audiences, reader.ReadsAllFacts, after), cancellationToken);
            all.AddRange(page.Items.Select(CitingMatterView.Of).OfType<CitingMatterView>());
            after = page.Next;
        }
        while (after is not null);

        return [.. all.OrderBy(citing => citing.Line)];
    }

    private sealed record Found(ProposalId Id, AgreedPlan Plan, Sight Sight);
}
