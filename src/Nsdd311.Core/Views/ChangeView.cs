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
/// <param name="ItemsRemoved">Disclosure items that are no more, by their numbers, as far as the reader sees them.</param>
/// <param name="ItemsAdded">Disclosure items that are new, by their numbers, as far as the reader sees them.</param>
/// <param name="AttachmentsRemoved">Attachments that are no more enclosed, as far as the reader may see them.</param>
/// <param name="AttachmentsAdded">Attachments that are newly enclosed, as far as the reader may see them.</param>
public sealed record ChangeView(
    int ClearedVersion, MarkedText? Reason, DateTimeOffset At, ValueList<Difference> Differences, ValueList<MarkedText> Removed, ValueList<MarkedText> Added,
    ValueList<int> ItemsRemoved, ValueList<int> ItemsAdded,
    ValueList<AttachmentView> AttachmentsRemoved, ValueList<AttachmentView> AttachmentsAdded)
{
    /// <summary>Every change, each against the text that followed it.</summary>
    public static ValueList<ChangeView> Of(Matter? matter, Sight sight)
    {
        if (matter is null || matter.Changes.Count == 0) return [];

        var after = matter.Changes.Skip(1).Select(change => (Paper: change.Cleared, Items: change.Disclosed, Version: change.TextVersion))
            .Append((matter.Paper, matter.Dossier.Disclosure.Items, Version: matter.Dossier.TextVersion));
        return matter.Changes.Zip(after, (change, then) => new ChangeView(
            change.TextVersion, sight.See(change.Reason), change.At, Difference.Between(change.Cleared, then.Paper),
            sight.See(Without(change.Cleared, then.Paper)), sight.See(Without(then.Paper, change.Cleared)),
            Without(change.Disclosed, then.Items, sight), Without(then.Items, change.Disclosed, sight),
            AttachmentView.Of(Only(matter, change.TextVersion, then.Version), sight), AttachmentView.Of(Only(matter, then.Version, change.TextVersion), sight))).ToValueList();
    }

    private static ValueList<int> Without(ValueList<DisclosureItem> items, ValueList<DisclosureItem> others, Sight sight) =>
        items.Keep(item => !others.Contains(item) && item.What.IsSeenBy(sight.Reads)).Select(item => item.Number).ToValueList();

    /// <summary>What goes with the one text version and not with the other.</summary>
    private static ValueList<Attachment> Only(Matter matter, int version, int other) =>
        matter.Dossier.Attachments.Keep(attachment => attachment.GoesWith(version) && !attachment.GoesWith(other));

    private static ValueList<MarkedText> Without(Paper paper, Paper other) => paper.Paragraphs.Keep(paragraph => !other.Paragraphs.Contains(paragraph));
}
