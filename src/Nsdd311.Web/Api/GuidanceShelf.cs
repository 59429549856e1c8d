using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;

namespace Nsdd311.Web.Api;

/// <summary>All cleared guidance, found in the lists and read from its durable matters.</summary>
internal sealed class GuidanceShelf(IVettingRuntime runtime, IReadModel lists, ICharters charters, TimeProvider time)
{
    /// <summary>Today, in the place of the charter.</summary>
    public DateOnly Today => charters.InForce.Calendar.DayOf(time.GetUtcNow());

    /// <summary>Cleared guidance of every standing, by its number. Access is the caller's to apply.</summary>
    public async Task<IReadOnlyList<ClearedGuidance>> All(CancellationToken cancellationToken) => await Read(await lists.ClearedGuidance(cancellationToken), cancellationToken);

    /// <summary>What a submission answers to today, of all cleared guidance.</summary>
    public async ValueTask<ValueList<GuidanceInForce>> InForce(ValueList<ProposalId> cleared, CancellationToken cancellationToken)
    {
        if (cleared.Count == 0) return [];

        var (all, today) = (await Read(cleared, cancellationToken), Today);
        return all.Where(guidance => guidance.On(all, today) is GuidanceStanding.InForce).Select(guidance => new GuidanceInForce(guidance.Number, guidance.Terms.Governs)).ToValueList();
    }

    private async Task<IReadOnlyList<ClearedGuidance>> Read(ValueList<ProposalId> cleared, CancellationToken cancellationToken)
    {
        List<ClearedGuidance> all = [];
        foreach (var id in cleared)
            if (await runtime.Read(EntityId.Of(id), null, cancellationToken) is { State: ProposalState state } && ClearedGuidance.Of(state) is { } guidance) all.Add(guidance);

        return [.. all.OrderBy(guidance => guidance.Number.Year).ThenBy(guidance => guidance.Number.Serial)];
    }
}
