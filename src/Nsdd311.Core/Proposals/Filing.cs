namespace Nsdd311.Proposals;

/// <summary>What external references must show: they are plain, so their form leaves no room for free words (docs/adr/0008).</summary>
internal static class Filing
{
    /// <summary>What is wrong with the references of a paper, even of a draft.</summary>
    public static Refusal? Fault(Paper paper)
    {
        if (paper.References.Count > ExternalReference.Most) return new ReferencesTooMany(ExternalReference.Most);

        var seen = new HashSet<ExternalReference>();
        for (var i = 0; i < paper.References.Count; i++)
        {
            var reference = paper.References[i];
            if (!Holds(reference.System, " -")) return new ReferenceInvalid($"references[{i}].system");
            if (reference.Year is < PaperForm.FirstYear or > PaperForm.LastYear) return new ReferenceInvalid($"references[{i}].year");
            if (!Holds(reference.Number, "-/.")) return new ReferenceInvalid($"references[{i}].number");

            // "SYSTEM II" files in the same place as "System II".
            var same = reference with { System = reference.System.ToUpperInvariant(), Number = reference.Number.ToUpperInvariant() };
            if (!seen.Add(same)) return new ReferenceDoubled($"references[{i}]");
        }

        return null;
    }

    private static bool Holds(string text, string besides) =>
        text is { Length: > 0 and <= ExternalReference.Longest } && text.Trim() == text && text.All(sign => char.IsAsciiLetterOrDigit(sign) || besides.Contains(sign, StringComparison.Ordinal));
}
