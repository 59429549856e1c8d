using System.Globalization;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>By what a matter is found besides its own members: one text each, so that every store finds all of them along one index.</summary>
public static class FilingKey
{
    /// <summary>What is filed in another system under this reference; without a year, of whatever year.</summary>
    public static string Of(ExternalReference reference) =>
        $"reference/{reference.System.ToUpperInvariant()}/{reference.Year?.ToString(CultureInfo.InvariantCulture)}/{reference.Number.ToUpperInvariant()}";

    /// <summary>The plan of contacts in force of this number.</summary>
    public static string OfPlan(LogNumber plan) => $"plan/{plan}";

    /// <summary>What cites a line of this plan.</summary>
    public static string OfCitation(LogNumber plan) => $"cites/{plan}";

    /// <summary>Everything under which a matter is found.</summary>
    internal static ValueList<string> AllOf(ProposalState state, Paper paper)
    {
        var plan = AgreedPlan.Of(state);
        var cited = state is ProposalState.Lodged ? paper.Cites : null;
        if (paper.References.Count == 0 && plan is null && cited is null) return [];

        List<string> keys = [];
        foreach (var reference in paper.References) keys.AddRange(Of(reference), Of(reference with { Year = null }));
        if (plan is not null) keys.Add(OfPlan(plan.Number));
        if (cited is not null) keys.Add(OfCitation(cited.Plan));
        return keys.Distinct().ToValueList();
    }
}
