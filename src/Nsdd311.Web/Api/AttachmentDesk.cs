using Microsoft.AspNetCore.Http;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Edge;

namespace Nsdd311.Web.Api;

/// <summary>Files that are enclosed with a matter. Their bytes go to the store from here; the command carries their name alone.</summary>
internal sealed class AttachmentDesk(IVettingRuntime runtime, IContentStore contents, Intake intake, ProposalDesk desk)
{
    /// <summary>POST of a file.</summary>
    public async Task<Answer> Attach(HttpContext http)
    {
        if (!(await intake.ReceiveParts<AttachmentBody>(http, Attachment.LargestSize)).Try(out var incoming, out var problem)) return problem;

        var (form, file) = (new Form(), incoming.Body);
        var attach = new ProposalCommand.Attach(form.Text("title", file.About.Title), form.Mark("mark", file.About.Mark), file.MediaType, file.Bytes.Length, file.Hash);
        if (form.Problem is { } fault) return fault;
        if (ProposalDecider.FaultOf(attach) is { } refusal) return Problem.Of(Refusals.NoticeOf(refusal));
        if (await desk.MayKnow(http, incoming.Caller) is not { } id) return Problem.NotFound;

        // First the bytes, then the event that names them. Who may never enclose here leaves none: the command is refused all the same.
        if (await MayEverAttach(id, attach, incoming.Actor, http.RequestAborted)) await contents.WriteContent(file.Hash, file.Bytes, http.RequestAborted);
        if (!(await desk.Send(incoming, id, attach)).Try(out var outcome, out problem)) return problem;

        var number = ((Reply.Accepted)outcome.Reply).Events.OfType<ProposalEvent.Attached>().Single().Attachment.Number;
        return ProposalDesk.Render(id, outcome, incoming.Caller, 201, $"/attachments/{number}");
    }

    /// <summary>Those that the caller may see.</summary>
    public async Task<Answer> List(HttpContext http) => (await desk.Find(http)).Try(out var seen, out var problem)
        ? Answer.Of(200, AttachmentsView.Of(MatterFacts.DossierOf(seen.State)!, seen.Sight), seen.Record.Version)
        : problem;

    /// <summary>The bytes of one. What the caller may not see is answered as what is not there.</summary>
    public async Task<Answer> Content(HttpContext http)
    {
        if (!(await desk.Find(http)).Try(out var seen, out var problem)) return problem;
        if (AttachmentView.Find(MatterFacts.DossierOf(seen.State)!, NumberOf(http), seen.Sight) is not { } attachment) return Problem.NotFound;

        await SocketThreads.Leave();
        var bytes = await contents.ReadContent(attachment.Content, http.RequestAborted);
        if (bytes is not { } sound || ContentHash.Of(sound.Span) != attachment.Content)
            throw new JournalDamagedException($"The content {attachment.Content} of {EntityId.Of(seen.Id)} is {(bytes is null ? "missing" : "not what was attached")}; a check of all chains names every such row.");

        return Answer.File(sound, attachment.MediaType, NameOf(seen, attachment), seen.Record.Version);
    }

    /// <summary>Takes one out that the caller may see.</summary>
    public Task<Answer> Remove(HttpContext http)
    {
        var number = NumberOf(http);
        return desk.ActIf<NothingBody>(
            http, new ProposalCommand.RemoveAttachment(number),
            seen => AttachmentView.Find(MatterFacts.DossierOf(seen.State)!, number, seen.Sight) is not null, NothingBody.Instance);
    }

    private async Task<bool> MayEverAttach(ProposalId id, ProposalCommand.Attach attach, Actor actor, CancellationToken cancellationToken) =>
        await runtime.Read(EntityId.Of(id), null, cancellationToken) is { State: ProposalState state } && ProposalDecider.MayEverAttach(state, attach, actor);

    private static int NumberOf(HttpContext http) => int.Parse((string)http.Request.RouteValues["n"]!);

    /// <summary>Of what is unclassified: the matter's number, the attachment's, and the ending of its media type.</summary>
    private static string NameOf(Seen seen, Attachment attachment)
    {
        var matter = (seen.State as ProposalState.Lodged)?.Matter.Number?.ToString() ?? seen.Id.ToString();
        return $"{matter}-attachment-{attachment.Number}.{MediaTypes.EndingOf(attachment.MediaType)}";
    }
}
