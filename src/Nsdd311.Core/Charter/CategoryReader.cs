namespace Nsdd311.Charters;

/// <summary>Reads a category: how it is vetted, and how its contacts are counted.</summary>
internal static class CategoryReader
{
    public static Category Category(Members members, CharterDraft draft) => new(
        draft.CategoryCodes.Add(members, "code", members.Word("code", CharterWords.Category, "must be a category's code: \"visit.ministerial\".")),
        members.Word("kind", CharterWords.Kind, "must be public-statement, private-statement, visit, exchange, agreement or guidance."),
        members.Objects("stages", Stage).Select(stage => stage.Value).ToValueList(),
        members.Span("warnBefore"),
        members.Days("leadTime"),
        members.Days("reclama"),
        members.Object("silence", Silence),
        members.Words("mandatory", CharterWords.Agency, "must be an agency's code."),
        members.Word<bool>("sig", word => word switch { "always" => true, "as-necessary" => false, _ => null }, "must be \"always\" or \"as-necessary\"."),
        !members.Has("clockMayStop") || members.Flag("clockMayStop"),
        members.Optional("reciprocity", Reciprocity),
        members.Word("policy", CharterWords.Policy, "must be \"project\" or \"directive\": whose words these rules are."))
    {
        Disclosure = members.Has("disclosure") ? new(members.Words("disclosure", CharterWords.Agency, "must be an agency's code.")) : null,
        PlansContacts = members.Has("plansContacts") && members.Flag("plansContacts"),
    };

    private static StageRule Stage(Members members) => new(
        members.Word("stage", CharterWords.Stage, "must be concept, plan or final."),
        members.Span("suspense"));

    private static SilenceRule Silence(Members members)
    {
        var rule = members.Text("rule");
        switch (rule)
        {
            case "escalate":
                return new SilenceRule.Escalate(members.Days("after"));
            case "silence-procedure":
                return new SilenceRule.Procedure();
            case "proceed" or "":
                return new SilenceRule.Proceed();
            default:
                members.Unreadable("rule", "must be proceed, escalate or silence-procedure.");
                return new SilenceRule.Proceed();
        }
    }

    private static ReciprocityRule Reciprocity(Members members) => new(
        members.Word("holdAt", CharterWords.Stage, "must be concept, plan or final."),
        members.Word("returnBy", CharterWords.Months, "must be 1 to 120 months: \"12mo\"."),
        members.Number("capPerYear", 1, 1000),
        members.Word("thirdCountry", CharterWords.ThirdCountry, "must be \"neither\" or \"half-each\"."),
        members.Words("offQuota", GroundOf, "must be a code of lower-case letters, digits and hyphens.").Select(ground => ground.Code).ToValueList(),
        members.Object("dimensions", Dimensions)?.Rules ?? []);

    /// <remarks>Events come first whatever their place in the file: they are what debts are counted in.</remarks>
    private static DimensionTable Dimensions(Members members)
    {
        foreach (var name in members.Names.Where(name => !CharterWords.IsCode(name))) members.Fault(name, "must be a code of lower-case letters, digits and hyphens.");

        var rules = members.Names
            .Select(name => members.Object(name, rule => new DimensionRule(new(name), rule.Number("tolerance", 1, 100_000), rule.Number("most", 1, 100_000))))
            .Where(rule => rule is not null)
            .OrderByDescending(rule => rule.Dimension == Dimension.Events)
            .ToValueList();
        return new(rules);
    }

    private static Ground? GroundOf(string word) => CharterWords.IsCode(word) ? new Ground(word) : null;

    /// <remarks>A ground on which a contact counts for nothing; the rule keeps its code.</remarks>
    private readonly record struct Ground(string Code);

    private sealed record DimensionTable(ValueList<DimensionRule> Rules);
}
