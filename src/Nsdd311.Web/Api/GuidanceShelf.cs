using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;

namespace Nsdd311.Web.Api;

/// <summary>All cleared guidance, found by the docket and read from its durable matters.</summary>
internal sealed class GuidanceShelf(IVettingRuntime runtime, IReadModel lists, ICharters charters, TimeProvider time)
{
    private const int PageSize = 200;

    /// <summary>Today, in the place of the charter.</summary>
    public DateOnly Today => charters.InForce.Calendar.DayOf(time.GetUtcNow());

    /// <summary>Cleared guidance of every standing, by its number. Access is the caller's to apply.</summary>
    public async Task<IReadOnlyList<ClearedGuidance>> All(CancellationToken cancellationToken)
    {
        var all = new List<ClearedGuidance>();
        foreach (var category in charters.InForce.Categories.Where(category => category.Kind is MatterKind.PolicyGuidance))
        {
            string? after = null;
            do
            {
                var query = new DocketQuery([], All: true, "cleared", null, null, category.Code, null, null, null, null, null, DocketOrder.Submitted, after, PageSize);
                var page = await lists.Docket(query, cancellationToken);
                foreach (var row in page.Items)
                    if (await runtime.Read(EntityId.Of(row.Id), null, cancellationToken) is { State: ProposalState state } && ClearedGuidance.Of(state) is { } guidance)
                        all.Add(guidance);

                after = page.Next;
            }
            while (after is not null);
        }

        return [.. all.OrderBy(guidance => guidance.Number.Year).ThenBy(guidance => guidance.Number.Serial)];
    }

    /// <summary>What a submission answers to today.</summary>
    public async Task<ValueList<GuidanceInForce>> InForce(CancellationToken cancellationToken)
    {
        var (all, today) = (await All(cancellationToken), Today);
        return all.Where(guidance => guidance.On(all, today) is GuidanceStanding.InForce).Select(guidance => new GuidanceInForce(guidance.Number, guidance.Terms.Governs)).ToValueList();
    }
}
