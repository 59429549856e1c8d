using Nsdd311.Access;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>An attachment as a reader sees it: whole, or not at all.</summary>
/// <param name="Number">In the matter; its bytes are at <c>…/attachments/{n}</c>.</param>
/// <param name="Title">What it is.</param>
/// <param name="Mark">Of its content as a whole.</param>
/// <param name="MediaType">As what it is sent.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">The digest of its bytes.</param>
/// <param name="TextVersion">The first text version with which it goes.</param>
/// <param name="RemovedFrom">The first text version with which it goes no more; null while it is not taken out.</param>
public sealed record AttachmentView(
    int Number, MarkedText Title, PortionMark Mark, string MediaType, long Size, ContentHash Sha256, int TextVersion, int? RemovedFrom)
{
    /// <summary>Those of the attachments that the reader may see.</summary>
    public static ValueList<AttachmentView> Of(ValueList<Attachment> attachments, Sight sight) => attachments.Keep(IsSeen, sight)
        .Map(static one => new AttachmentView(one.Number, one.Title, one.Mark, one.MediaType, one.Size, one.Content, one.TextVersion, one.RemovedFrom));

    /// <summary>The attachment of this number if the reader may see it; null otherwise, as if there were none.</summary>
    public static Attachment? Find(Dossier dossier, int number, Sight sight) =>
        dossier.Attachments.FirstOrDefault(attachment => attachment.Number == number && attachment.IsOfRecord && IsSeen(attachment, sight));

    /// <summary>Whether the reader may read its content and its title.</summary>
    public static bool IsSeen(Attachment attachment, Sight sight) => attachment.Marks.All(sight.Reads);
}

/// <summary>The attachments of a matter that a reader may see, those of earlier text versions too.</summary>
public sealed record AttachmentsView(ValueList<AttachmentView> Items)
{
    /// <summary>The list of a matter.</summary>
    public static AttachmentsView Of(Dossier dossier, Sight sight) => new(AttachmentView.Of(dossier.Attachments.Keep(attachment => attachment.IsOfRecord), sight));
}
