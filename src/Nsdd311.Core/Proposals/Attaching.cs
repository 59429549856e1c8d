using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// What goes with a text: it comes and goes where a new text may be given, and never with one that is or was before the table (docs/adr/0014).
public sealed partial class ProposalDecider
{
    /// <summary>What is wrong with an attachment whatever the matter; null if nothing is.</summary>
    public static Refusal? FaultOf(ProposalCommand.Attach attach)
    {
        if (attach.Mark.IsMissing || attach.Title.Mark.IsMissing) return new MarkMissing(attach.Mark.IsMissing ? ["mark"] : ["title"]);
        if (string.IsNullOrWhiteSpace(attach.Title.Text)) return new TextMissing(["title"]);
        if (MediaTypes.EndingOf(attach.MediaType) is null) return new AttachmentMediaType("content", MediaTypes.All);

        return attach.Size <= 0 ? new AttachmentEmpty("content") : null;
    }

    /// <summary>Whether the seat may enclose at all in this matter, whatever its state: that never changes, so who may not need leave no bytes behind.</summary>
    public static bool MayEverAttach(ProposalState state, ProposalCommand.Attach attach, Actor actor) => Entitlement.Missing(state, attach, actor) is null;

    private static Decision<ProposalEvent> DecideAttach(ProposalState state, ProposalCommand.Attach attach, Context context)
    {
        if (FaultOf(attach) is { } fault) return Refuse(fault);
        if (NoNewText(state) is { } refusal) return Refuse(refusal);

        var dossier = DossierOf(state);
        if (dossier.Attachments.Count >= Attachment.Most) return Refuse(new AttachmentsTooMany(Attachment.Most));

        return Accept(new ProposalEvent.Attached(
            new(dossier.Attachments.Count + 1, attach.Title, attach.Mark, attach.MediaType, attach.Size, attach.Content, VersionInHand(state), null), context.Now));
    }

    private static Decision<ProposalEvent> DecideRemoval(ProposalState state, ProposalCommand.RemoveAttachment remove, Context context)
    {
        if (NoNewText(state) is { } refusal) return Refuse(refusal);
        if (DossierOf(state).Attachments.FirstOrDefault(attachment => attachment.Number == remove.Number) is not { } attachment) return Refuse(new AttachmentUnknown(remove.Number));

        return attachment.RemovedFrom is null
            ? Accept(new ProposalEvent.AttachmentRemoved(attachment.Number, VersionInHand(state), context.Now))
            : Refuse(new AttachmentRemovedAlready(remove.Number));
    }

    /// <summary>Inside a round a new text needs leave, and so does what goes with it.</summary>
    private static LeaveMissing? NoNewText(ProposalState state) =>
        state is ProposalState.InVetting vetting && vetting.Matter.Dossier.LeaveFor(LeaveKind.Amendment) is null ? new(LeaveKind.Amendment) : null;

    /// <summary>The text version at which the proponent works: the one at hand, or the next where that one was before the table.</summary>
    private static int VersionInHand(ProposalState state)
    {
        var version = DossierOf(state).TextVersion;
        var isUnseen = state is ProposalState.Draft || (state is ProposalState.Returned { Matter.Past: var past } && past[^1].TextVersion < version);
        return isUnseen ? version : version + 1;
    }

    private static Dossier DossierOf(ProposalState state) => state is ProposalState.Draft draft ? draft.Dossier : ((ProposalState.Lodged)state).Matter.Dossier;

    private static Dossier WithAttachments(Dossier dossier, ProposalEvent @event) => dossier with
    {
        Attachments = @event is ProposalEvent.AttachmentRemoved removed
            ? dossier.Attachments.Change(attachment => attachment.Number == removed.Number, attachment => attachment with { RemovedFrom = removed.FromVersion })
            : dossier.Attachments.Add(((ProposalEvent.Attached)@event).Attachment),
    };
}
