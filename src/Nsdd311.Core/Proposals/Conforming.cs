using Nsdd311.Charters;

namespace Nsdd311.Proposals;

/// <summary>How a matter answers to the guidance in force (1-domain, section 3: "guidance in force is answered to").</summary>
internal static class Conforming
{
    /// <summary>What is wrong with the terms that a paper lays down, even in a draft.</summary>
    public static Refusal? Fault(Paper paper, Charter charter)
    {
        if (paper.Guidance is not { } terms) return null;
        if (charter.Find(paper.Category)!.Kind is not MatterKind.PolicyGuidance) return new GuidanceMisplaced();

        var seen = new HashSet<CategoryCode>();
        foreach (var code in terms.Governs)
            if (charter.Find(code)?.Kind is null or MatterKind.PolicyGuidance || !seen.Add(code)) return new GuidanceCategory(code);

        return null;
    }

    /// <summary>Guidance without its terms is none.</summary>
    public static Refusal? Unready(Paper paper, Category category) =>
        category.Kind is MatterKind.PolicyGuidance && paper.Guidance is not { Governs.Count: > 0 } ? new GuidanceTermsMissing() : null;

    /// <summary>What keeps a submission back: guidance that it does not answer to, or answers to what is not in force.</summary>
    public static Refusal? Unanswered(Paper paper, ValueList<GuidanceInForce> inForce)
    {
        if (paper.Guidance?.Replaces is { } old && !inForce.Map(static guidance => guidance.Number).Contains(old)) return new GuidanceReplacesUnknown(old);

        var governing = inForce.Keep(static (guidance, category) => guidance.Governs.Contains(category), paper.Category).Map(static guidance => guidance.Number);
        var cited = Cited(paper);
        var foreign = cited.Keep(static (number, governing) => !governing.Contains(number), governing);
        if (foreign.Count > 0) return new GuidanceNotInForce(foreign);

        return Missing(governing, cited);
    }

    /// <summary>A later text still says how the matter conforms to what it was submitted under.</summary>
    public static Refusal? Dropped(Paper before, Paper after) => Missing(Cited(before), Cited(after));

    private static ValueList<LogNumber> Cited(Paper paper) => paper.Conformity.Map(static conformance => conformance.Guidance).Distinct();

    private static GuidanceUnanswered? Missing(ValueList<LogNumber> wanted, ValueList<LogNumber> cited)
    {
        var missing = wanted.Keep(static (number, cited) => !cited.Contains(number), cited);
        return missing.Count == 0 ? null : new(missing);
    }
}
