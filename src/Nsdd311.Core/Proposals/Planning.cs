using Nsdd311.Charters;

namespace Nsdd311.Proposals;

/// <summary>What the lines of a plan of contacts must show, and whether a matter carries one of them out (8-charter, 3.1: "agreement.plan-of-contacts").</summary>
internal static class Planning
{
    /// <summary>Whether an authority is one to agree on something, not only to talk about it or to end it.</summary>
    public static bool Agrees(Authority authority) => authority is Authority.Conclude or Authority.Amend or Authority.Extend;

    /// <summary>What is wrong with the lines of a paper, or with the line that it cites, even in a draft.</summary>
    public static Refusal? Fault(Paper paper, Charter charter)
    {
        if (paper.AgreedLines.Count == 0) return null;
        if (!charter.Find(paper.Category)!.PlansContacts) return new PlanMisplaced();
        if (paper.AgreedLines.Count > AgreedLine.Most) return new PlanTooLong(AgreedLine.Most);

        var numbers = new HashSet<int>();
        for (var i = 0; i < paper.AgreedLines.Count; i++)
        {
            var line = paper.AgreedLines[i];
            if (line.Number < 1 || !numbers.Add(line.Number)) return new PlanLineInvalid($"agreedLines[{i}].number");
            if (Fault(line, charter) is { } member) return new PlanLineInvalid($"agreedLines[{i}].{member}");
        }

        return null;
    }

    /// <summary>An agreement on a plan without lines agrees on nothing. What is only to be negotiated may still lack them.</summary>
    public static Refusal? Unready(Paper paper, Category category) =>
        category.PlansContacts && paper is { AgreedLines.Count: 0, Authority: { } authority } && Agrees(authority) ? new PlanLinesMissing() : null;

    /// <summary>What keeps a submission from carrying out the line that it cites.</summary>
    /// <param name="paper">The submission.</param>
    /// <param name="plan">The plan that it cites, if it is in force and the proponent may know of it.</param>
    public static Refusal? NotCarriedOut(Paper paper, AgreedPlan? plan)
    {
        if (paper.Cites is not { } cited) return null;
        if (plan is null || plan.Number != cited.Plan) return new PlanNotInForce(cited.Plan);
        if (plan.Lines.FirstOrDefault(line => line.Number == cited.Line) is not { } line) return new PlanLineUnknown(cited.Plan, cited.Line);

        var differing = new List<string>();
        if (line.Category != paper.Category) differing.Add("category");
        if (line.Direction != paper.Direction) differing.Add("direction");
        if (line.Pair != paper.Pair) differing.Add("pair");
        return differing.Count == 0 ? null : new PlanLineDiffers(cited.Plan, cited.Line, differing.ToValueList());
    }

    private static string? Fault(AgreedLine line, Charter charter)
    {
        if (charter.Find(line.Category)?.Reciprocity is not { } rule) return "category";
        if (charter.Find(line.Pair) is not { } pair || !pair.Categories.Contains(line.Category)) return "pair";
        if (line.Window.To < line.Window.From || line.Window.From.Year < PaperForm.FirstYear || line.Window.To.Year > PaperForm.LastYear) return "window";

        var isCounted = line.Units.Measures.All(measure => rule.Dimensions.Any(dimension => dimension.Dimension == measure.Dimension));
        return isCounted && PaperForm.Impossible(line.Units) is null ? null : "units";
    }
}
