namespace Nsdd311.Proposals;

/// <summary>What external references must show: they are plain, so their form leaves no room for free words (docs/adr/0008).</summary>
internal static class Filing
{
    /// <summary>What is wrong with the references of a paper, even of a draft.</summary>
    public static Refusal? Fault(Paper paper)
    {
        if (paper.References.Count == 0) return null;
        if (paper.References.Count > ExternalReference.Most) return new ReferencesTooMany(ExternalReference.Most);

        var seen = new HashSet<ExternalReference>();
        for (var i = 0; i < paper.References.Count; i++)
        {
            var reference = paper.References[i];
            if (reference.Fault is { } member) return new ReferenceInvalid($"references[{i}].{member}");

            // "SYSTEM II" files in the same place as "System II".
            var same = reference with { System = reference.System.ToUpperInvariant(), Number = reference.Number.ToUpperInvariant() };
            if (!seen.Add(same)) return new ReferenceDoubled($"references[{i}]");
        }

        return null;
    }
}
