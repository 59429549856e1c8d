using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Proposals;

/// <summary>What is to be otherwise than it was cleared: dates, party, sites, ships. What is left out stays as it was.</summary>
/// <param name="Window">First and last day; null if they stay.</param>
/// <param name="Units">Figures that change: persons are the party, hulls the ships.</param>
/// <param name="Paragraphs">The text with other names, sites or ships; null if it stays.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeOfPlan(Window? Window, Units Units, ValueList<MarkedText>? Paragraphs, MarkedText Reason)
{
    /// <summary>The sites and items as they are to be; null if they stay.</summary>
    public ValueList<Disclosure>? Disclosed { get; init; }

    /// <summary>The paper with the change.</summary>
    public Paper Of(Paper paper) => paper with
    {
        Window = Window ?? paper.Window, Units = paper.Units.With(Units), Paragraphs = Paragraphs ?? paper.Paragraphs,
    };
}

/// <summary>A change that reopened the final stage, with the text as it was cleared before.</summary>
/// <param name="Cleared">The paper as it was cleared.</param>
/// <param name="TextVersion">Its version.</param>
/// <param name="Reason">Why it was to be changed.</param>
/// <param name="At">When.</param>
public sealed record ClearedBefore(Paper Cleared, int TextVersion, MarkedText Reason, DateTimeOffset At)
{
    /// <summary>The sites and items as they were cleared.</summary>
    public ValueList<DisclosureItem> Disclosed { get; init; } = [];
}

/// <summary>It took place although it was not cleared any more, or not as it was to be: kept as a breach, because facts are never refused.</summary>
/// <param name="Cleared">The version of the text that was cleared last.</param>
/// <param name="Uncleared">The version that stood when it took place: of a change, or the cleared one itself where the matter was given up without one.</param>
/// <param name="Status">Where the matter stood: <c>in-vetting</c>, <c>returned</c>, <c>withdrawn</c>.</param>
public sealed record ChangeBreach(int Cleared, int Uncleared, string Status);

/// <summary>Something in which two papers differ, by its name; texts are not named here.</summary>
/// <param name="Field"><c>window.from</c>, <c>units.days</c>.</param>
/// <param name="Before">As it was cleared; null if it was not there.</param>
/// <param name="After">As it is now; null if it is not there.</param>
public sealed record Difference(string Field, string? Before, string? After)
{
    /// <summary>Days and figures in which the papers differ.</summary>
    public static ValueList<Difference> Between(Paper before, Paper after)
    {
        var dimensions = before.Units.Measures.Concat(after.Units.Measures).Select(measure => measure.Dimension).Distinct();
        Difference[] all =
        [
            new("window.from", Written(before.Window?.From), Written(after.Window?.From)), new("window.to", Written(before.Window?.To), Written(after.Window?.To)),
            .. dimensions.Select(dimension => new Difference($"units.{dimension}", Written(before.Units.Halves(dimension)), Written(after.Units.Halves(dimension)))),
        ];
        return all.Where(difference => difference.Before != difference.After).ToValueList();
    }

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Written(int? halves) => halves is { } known ? (known / 2m).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) : null;
}
