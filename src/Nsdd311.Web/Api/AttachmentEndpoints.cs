using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;

namespace Nsdd311.Web.Api;

/// <summary>What is enclosed with a matter.</summary>
internal static class AttachmentEndpoints
{
    /// <summary>Everything under <c>/proposals/{id}/attachments</c>.</summary>
    public static void MapAttachments(this RouteGroupBuilder api)
    {
        var attachments = api.MapGroup("/proposals/{id}/attachments").WithTags("Proposals");
        attachments.Post("", (HttpContext http, AttachmentDesk desk) => desk.Attach(http))
            .Describe<ProposalView>("attachFile", "Encloses a file of at most 20 MiB with the text, or with the next one.",
                Docs.Creation<AttachmentBody>(ProposalActs.Of("attachFile")) with { BodyMediaType = FormParts.MediaType, IsEntity = true });
        attachments.Get("", (HttpContext http, AttachmentDesk desk) => desk.List(http))
            .Describe<AttachmentsView>("listAttachments", "Lists the attachments that the caller may see, of every text version.", Docs.Entity);
        attachments.Get("/{n:int:min(1)}", (HttpContext http, AttachmentDesk desk) => desk.Content(http))
            .Describe<byte[]>("getAttachment", "Gives the bytes of an attachment that the caller may see.", Docs.Entity);
        attachments.Post("/{n:int:min(1)}/removal", (HttpContext http, AttachmentDesk desk) => desk.Remove(http))
            .Describe<ProposalView>("removeAttachment", "Takes an attachment out of the text, or of the next one.",
                Docs.Command<NothingBody>(ProposalActs.Of("removeAttachment")) with { BodyIsOptional = true });
    }
}
