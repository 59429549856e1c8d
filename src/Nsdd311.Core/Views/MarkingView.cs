using Nsdd311.Access;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>The overall marking of the paper and its attachments, and the marking of what this reader is shown of them.</summary>
/// <param name="Overall">The highest level of any portion and attachment: <c>C</c>.</param>
/// <param name="Shown">The highest level of the portions and attachments shown.</param>
public sealed record MarkingView(string Overall, string Shown)
{
    /// <summary>Both markings of a text with what goes with it: it is never marked lower than that. The disclosure items are part of it, and are shown on a page of their own.</summary>
    public static MarkingView Of(Dossier dossier, Sight sight)
    {
        var (paper, highest) = (dossier.Paper, new Highest(sight));
        highest.Meet(paper.Title);
        foreach (var paragraph in paper.Paragraphs) highest.Meet(paragraph);
        foreach (var claim in paper.Goals) highest.Meet(claim.Rationale);
        foreach (var subject in paper.Subjects) highest.Meet(subject);
        foreach (var conformance in paper.Conformity) highest.Meet(conformance.How);
        foreach (var line in paper.AgreedLines) highest.Meet(line.Text);

        foreach (var item in dossier.Disclosure.Items)
            foreach (var portion in item.What.Portions) highest.Meet(portion, isOnPage: false);

        foreach (var attachment in dossier.Enclosed)
        {
            var isSeen = AttachmentView.IsSeen(attachment, sight);
            foreach (var mark in attachment.Marks) highest.Meet(mark, isSeen);
        }

        return highest.View;
    }

    /// <summary>Both markings of a list of disclosure items.</summary>
    internal static MarkingView Of(ValueList<DisclosureItem> items, Sight sight)
    {
        var highest = new Highest(sight);
        foreach (var item in items)
        {
            var isSeen = item.What.IsSeenBy(sight.Reads);
            foreach (var portion in item.What.Portions) highest.Meet(portion, isSeen);
        }

        return highest.View;
    }

    /// <summary>The highest levels met, of all and of what is shown. A portion without a mark counts for nothing.</summary>
    private struct Highest(Sight sight)
    {
        private Level overall;
        private Level shown;

        public readonly MarkingView View => new(Levels.LettersOf(overall), Levels.LettersOf(shown));

        public void Meet(MarkedText portion, bool isOnPage = true) => Meet(portion.Mark, isOnPage && sight.Reads(portion.Mark));

        public void Meet(PortionMark mark, bool isShown)
        {
            if (mark.IsMissing) return;

            if (mark.Level > overall) overall = mark.Level;
            if (isShown && mark.Level > shown) shown = mark.Level;
        }
    }
}
