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
    public async Task<IReadOnlyList<ClearedGuidance>> All(CancellationToken cancellationToken)
    {
        List<ClearedGuidance> all = [];
        foreach (var id in await lists.ClearedGuidance(cancellationToken))
            if (await runtime.Read(EntityId.Of(id), null, cancellationToken) is { State: ProposalState state } && ClearedGuidance.Of(state) is { } guidance) all.Add(guidance);

        return [.. all.OrderBy(guidance => guidance.Number.Year).ThenBy(guidance => guidance.Number.Serial)];
    }

    /// <summary>What a submission answers to today.</summary>
    public async Task<ValueList<GuidanceInForce>> InForce(CancellationToken cancellationToken)
    {
        var (all, today) = (await All(cancellationToken), Today);
        return all.Where(guidance => guidance.On(all, today) is GuidanceStanding.InForce).Select(guidance => new GuidanceInForce(guidance.Number, guidance.Terms.Governs)).ToValueList();
    }
}
