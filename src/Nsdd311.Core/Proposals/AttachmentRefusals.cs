namespace Nsdd311.Proposals;

/// <summary>There is nothing to attach.</summary>
/// <param name="Path">The part of the request.</param>
public sealed record AttachmentEmpty(string Path) : FormRefusal("attachment.empty", "The file is empty; send its bytes.");

/// <summary>The media type is none of those that are taken.</summary>
/// <param name="Path">The part of the request.</param>
/// <param name="MediaTypes">Those that are.</param>
public sealed record AttachmentMediaType(string Path, ValueList<string> MediaTypes)
    : FormRefusal("attachment.media-type", $"Name one of these media types, or application/octet-stream for any other file: {string.Join(", ", MediaTypes)}.");

/// <summary>A matter has a bounded number of attachments.</summary>
public sealed record AttachmentsTooMany(int Most) : Refusal("attachment.too-many", $"A matter has at most {Most} attachments, those taken out included; put several files into one.");

/// <summary>There is no such attachment.</summary>
public sealed record AttachmentUnknown(int Attachment) : Refusal("attachment.unknown", $"The matter has no attachment {Attachment}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>It goes with no text version to come already.</summary>
public sealed record AttachmentRemovedAlready(int Attachment) : Refusal("attachment.already-removed", $"Attachment {Attachment} is taken out already.");
