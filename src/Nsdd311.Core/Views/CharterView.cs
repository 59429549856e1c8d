using Nsdd311.Calendar;
using Nsdd311.Charters;

namespace Nsdd311.Views;

/// <summary>The charter as clients read it. What is project policy says so.</summary>
public sealed record CharterView(
    CharterVersion Version, string Title, string Home, string Counterpart, ValueList<Goal> Goals, ValueList<Agency> Agencies, ValueList<BodyView> Bodies,
    DeadlineRule Deadlines, ValueList<CategoryView> Categories, ValueList<CounterpartPair> Pairs, DateOnly BaselineFrom, ValueList<NegotiatedSubject> UnderNegotiation)
{
    /// <summary>The charter's content.</summary>
    public static CharterView Of(Charter charter) => new(
        charter.Version, charter.Title, charter.Home, charter.Counterpart, charter.Goals, charter.Agencies, [BodyView.Of(charter.Ig), BodyView.Of(charter.Sig)],
        charter.Deadlines, charter.Categories.Select(CategoryView.Of).ToValueList(), charter.Pairs, charter.BaselineFrom, charter.UnderNegotiation);
}

/// <summary>A body. Its suspense is null where the category says it.</summary>
public sealed record BodyView(BodyKind Kind, string Name, string Chair, int Quorum, string? Suspense, string? WarnBefore, SessionRule Sessions)
{
    /// <summary>The body's rules.</summary>
    public static BodyView Of(BodyRule body) =>
        new(body.Kind, body.Name, body.Chair, body.Quorum, body.Own?.Suspense.ToString(), body.Own?.WarnBefore.ToString(), body.Sessions);
}

/// <summary>A category: how it is vetted and how it is counted. Spans are written as in the charter: <c>10wd</c>, <c>4wh</c>.</summary>
public sealed record CategoryView(
    CategoryCode Code, MatterKind Kind, PolicySource Policy, ValueList<StageView> Stages, string WarnBefore, int LeadTime, int Reclama, SilenceView Silence,
    ValueList<AgencyId> Mandatory, bool SigAlways, bool ClockMayStop, DisclosureRule? Disclosure, ReciprocityRule? Reciprocity, bool PlansContacts)
{
    /// <summary>The category's rules.</summary>
    public static CategoryView Of(Category category) => new(
        category.Code, category.Kind, category.Policy, category.Stages.Select(rule => new StageView(rule.Stage, Written(rule.Suspense))).ToValueList(),
        Written(category.WarnBefore), category.LeadTime, category.Reclama, SilenceView.Of(category.Silence), category.Mandatory, category.SigAlways,
        category.ClockMayStop, category.Disclosure, category.Reciprocity, category.PlansContacts);

    private static string Written(WorkingSpan span) => span.ToString()!;
}

/// <summary>A stage and how long its round lasts.</summary>
public sealed record StageView(Stage Stage, string Suspense);

/// <summary>What a suspense does when an agency has said nothing: proceed, escalate or silence-procedure.</summary>
/// <param name="Rule">Which.</param>
/// <param name="After">Working days after the suspense, where it escalates.</param>
public sealed record SilenceView(string Rule, int? After)
{
    /// <summary>The rule as it is written.</summary>
    public static SilenceView Of(SilenceRule rule) => rule switch
    {
        SilenceRule.Proceed => new("proceed", null),
        SilenceRule.Escalate escalate => new("escalate", escalate.After),
        _ => new("silence-procedure", null),
    };
}
