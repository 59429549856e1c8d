using Nsdd311.Access;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>The journal of a matter without the attachments that a reader may not see.</summary>
/// <remarks>An attachment has more than texts: its size and its hash would tell of it, and whoever guesses its bytes could prove the guess. So its facts are left out whole.</remarks>
public static class AttachmentFacts
{
    /// <summary>The fact as the reader may know it; null if it is about an attachment that the reader may not see.</summary>
    /// <param name="event">The fact.</param>
    /// <param name="dossier">Of the matter as it is now, with all that was ever attached.</param>
    /// <param name="sight">What the reader sees of the matter.</param>
    public static object? Of(ProposalEvent @event, Dossier dossier, Sight sight) => @event switch
    {
        ProposalEvent.Attached e => Of(e, e.Attachment, e.At, sight),
        ProposalEvent.AttachmentRemoved e => Of(e, dossier.Attachments.First(attachment => attachment.Number == e.Number), e.At, sight),
        _ => @event,
    };

    /// <summary>To an auditor the facts of every matter are open, its texts are not.</summary>
    private static object? Of(ProposalEvent @event, Attachment attachment, DateTimeOffset at, Sight sight) =>
        AttachmentView.IsSeen(attachment, sight) ? @event : sight.Reader.ReadsAllFacts ? new UnseenAttachment(attachment.Number, at) : null;
}

/// <summary>That something was attached or taken out.</summary>
public sealed record UnseenAttachment(int Attachment, DateTimeOffset At);
