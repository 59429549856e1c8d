using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Proposals;

/// <summary>What a paper must show by itself, whatever the state of its matter (1-domain, section 3).</summary>
internal static class PaperForm
{
    /// <summary>Days before and after which nothing is vetted: calendars end, and arithmetic on days must not.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year that is vetted.</summary>
    public const int LastYear = 2199;

    /// <summary>What even a draft must show: a known category, a mark on every text, days and offices that exist.</summary>
    public static Refusal? Fault(Paper paper, Charter charter)
    {
        if (charter.Find(paper.Category) is null) return new CategoryUnknown(paper.Category);

        if (Paths(paper, static text => text.Mark.IsMissing) is { Count: > 0 } unmarked) return new MarkMissing(unmarked);
        if (Paths(paper, static text => string.IsNullOrWhiteSpace(text.Text)) is { Count: > 0 } empty) return new TextMissing(empty);

        if (UnknownGoal(paper, charter) is { } goal) return new GoalUnknown(goal);
        if (paper.Window is { } window && window.To < window.From) return new WindowReversed();
        if (Days(paper, charter) is { } days && (days.From.Year < FirstYear || days.To.Year > LastYear)) return new WindowImpossible(FirstYear, LastYear);
        if (paper.Pair is { } pair && charter.Find(pair) is null) return new PairUnknown(pair);

        return Conforming.Fault(paper, charter) ?? Planning.Fault(paper, charter) ?? Filing.Fault(paper);
    }

    /// <summary>What a submission must show.</summary>
    public static Refusal? Unready(Paper paper, Charter charter) => Fault(paper, charter) ?? Lacking(paper, charter);

    /// <summary>What a submission must show besides a draft without a fault.</summary>
    public static Refusal? Lacking(Paper paper, Charter charter)
    {
        if (paper.Goals.Count == 0) return new GoalMissing();

        var category = charter.Find(paper.Category)!;
        if (category.Reciprocity is { } rule && UnreadyToCount(paper, rule, charter) is { } unready) return unready;
        if (Days(paper, charter) is null && category.Kind is not MatterKind.PolicyGuidance) return new WindowMissing();
        if (category.Kind is MatterKind.ProposedAgreement && paper.Authority is null) return new AuthorityMissing();
        if (category.Kind is not MatterKind.ProposedAgreement && paper.IsNegotiation) return new NegotiationStated();

        return Conforming.Unready(paper, category) ?? Planning.Unready(paper, category);
    }

    /// <summary>First and last day; of a statement under embargo without a window, the day of the embargo.</summary>
    public static Window? Days(Paper paper, Charter charter) =>
        paper.Window ?? (paper.Embargo is { } embargo ? new Window(charter.Calendar.DayOf(embargo), charter.Calendar.DayOf(embargo)) : null);

    /// <summary>Whether the last day is over: what lies behind cannot be vetted.</summary>
    public static Refusal? Past(Paper paper, Context context) =>
        LapseAt(paper, context.Charter) is { } lapse && lapse <= context.Now ? new WindowPast() : null;

    /// <summary>The end of the last day: uncleared by then, the matter lapses.</summary>
    public static DateTimeOffset? LapseAt(Paper paper, Charter charter) =>
        Days(paper, charter) is { } days ? charter.Calendar.StartOf(days.To.AddDays(1)) : null;

    /// <summary>Fields in which a later text makes another matter of it.</summary>
    public static Refusal? ChangedIdentity(Paper before, Paper after)
    {
        var changed = new List<string>();
        if (before.Category != after.Category) changed.Add("category");
        if (before.Pair != after.Pair) changed.Add("pair");
        if (before.Direction != after.Direction) changed.Add("direction");
        if (before.Guidance?.Replaces != after.Guidance?.Replaces) changed.Add("guidance.replaces");
        if (before.Cites != after.Cites) changed.Add("cites");
        return changed.Count == 0 ? null : new IdentityFixed(changed.ToValueList());
    }

    private static Refusal? UnreadyToCount(Paper paper, ReciprocityRule rule, Charter charter)
    {
        if (paper.Pair is not { } pair) return new PairMissing();
        if (!charter.Find(pair)!.Categories.Contains(paper.Category)) return new PairNotOpen(pair, paper.Category);
        if (paper.Direction is null) return new DirectionMissing();

        var missing = rule.Dimensions.Keep(static (line, units) => units.Halves(line.Dimension) is null, paper.Units);
        if (missing.Count > 0) return new UnitsMissing(missing.Map(static line => line.Dimension));

        return Impossible(paper.Units) is { } impossible ? new UnitsInvalid(impossible) : null;
    }

    /// <summary>The dimension whose figure one contact cannot have; null if there is none.</summary>
    public static Dimension? Impossible(Units units)
    {
        foreach (var measure in units.Measures)
            if (measure.Halves is < 0 or > 20_000 || (measure.Dimension == Dimension.Events && measure.Halves != 2)) return measure.Dimension;

        return null;
    }

    private static int? UnknownGoal(Paper paper, Charter charter)
    {
        var claimed = paper.Goals.Map(static claim => claim.Goal);
        for (var i = 0; i < claimed.Count; i++)
            if (!charter.HasGoal(claimed[i]) || claimed.AsSpan()[..i].Contains(claimed[i])) return claimed[i];

        return null;
    }

    /// <summary>Where the texts of the paper stand that satisfy the test.</summary>
    private static ValueList<string> Paths(Paper paper, Func<MarkedText, bool> test)
    {
        List<string> paths = [];
        foreach (var (list, index, member, text) in Texts(paper))
            if (test(text)) paths.Add(index is { } at ? $"{list}[{at}]{member}" : list);

        return paths.ToValueList();
    }

    private static IEnumerable<(string List, int? Index, string Member, MarkedText Text)> Texts(Paper paper)
    {
        yield return ("title", null, "", paper.Title);
        for (var i = 0; i < paper.Paragraphs.Count; i++) yield return ("paragraphs", i, "", paper.Paragraphs[i]);
        for (var i = 0; i < paper.Goals.Count; i++) yield return ("goals", i, ".rationale", paper.Goals[i].Rationale);
        for (var i = 0; i < paper.Subjects.Count; i++) yield return ("subjects", i, "", paper.Subjects[i]);
        for (var i = 0; i < paper.Conformity.Count; i++) yield return ("conformity", i, ".how", paper.Conformity[i].How);
        for (var i = 0; i < paper.AgreedLines.Count; i++) yield return ("agreedLines", i, ".text", paper.AgreedLines[i].Text);
    }
}
