using Nsdd311.Access;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>A change after clearance, and how the text differs from what was cleared.</summary>
/// <param name="ClearedVersion">The text version that was cleared.</param>
/// <param name="Reason">Why it was to be changed, if the reader may read it.</param>
/// <param name="At">When.</param>
/// <param name="Differences">Days and figures.</param>
/// <param name="Removed">Paragraphs that are no more, as far as the reader may read them.</param>
/// <param name="Added">Paragraphs that are new, as far as the reader may read them.</param>
public sealed record ChangeView(
    int ClearedVersion, MarkedText? Reason, DateTimeOffset At, ValueList<Difference> Differences, ValueList<MarkedText> Removed, ValueList<MarkedText> Added)
{
    /// <summary>Every change, each against the text that followed it.</summary>
    public static ValueList<ChangeView> Of(Matter? matter, Sight sight)
    {
        if (matter is null) return [];

        var after = matter.Changes.Select(change => change.Cleared).Skip(1).Append(matter.Paper);
        return matter.Changes.Zip(after, (change, paper) => new ChangeView(
            change.TextVersion, sight.See(change.Reason), change.At, Difference.Between(change.Cleared, paper),
            sight.See(Without(change.Cleared, paper)), sight.See(Without(paper, change.Cleared)))).ToValueList();
    }

    private static ValueList<MarkedText> Without(Paper paper, Paper other) => paper.Paragraphs.Keep(paragraph => !other.Paragraphs.Contains(paragraph));
}
