using Microsoft.AspNetCore.Http;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api;

/// <summary>Opens matters. A submission that the process refuses leaves its draft behind, so that nobody types it twice.</summary>
internal sealed class DraftDesk(IVettingRuntime runtime, IReadModel lists, SubmissionShelf shelf, Intake intake, ICharters charters)
{
    /// <summary>POST of a new matter: a draft, or a submission at once.</summary>
    public async Task<Answer> Open(HttpContext http)
    {
        if (!(await intake.Receive<SubmissionBody>(http)).Try(out var incoming, out var problem)) return problem;

        var form = new Form();
        var paper = incoming.Body.ToPaper(form, charters.InForce);
        if (form.Problem is { } fault) return fault;

        var id = new ProposalId(incoming.Id.ToGuid());
        var command = incoming.Body.Submit ? await Submission(incoming, id, paper) : new ProposalCommand.Draft(id, paper);
        var outcome = await runtime.Settle(EnvelopeOf(incoming, id, command, incoming.Id), http.RequestAborted);
        return outcome.Reply switch
        {
            Reply.Accepted accepted => await Created(incoming, id, accepted, outcome, http.RequestAborted),
            Reply.Refused { Notice: { Kind: RefusalKind.Process } notice } when incoming.Body.Submit => await KeepDraft(incoming, id, paper, notice, http.RequestAborted),
            var reply => Replies.ProblemOf(reply),
        };
    }

    private async Task<ProposalCommand> Submission(Incoming<SubmissionBody> incoming, ProposalId id, Paper paper)
    {
        var elsewhere = await shelf.Of(incoming.Actor.Seat.Agency, paper, incoming.Caller.Reader, incoming.Http.RequestAborted);
        return new ProposalCommand.DraftAndSubmit(id, paper, elsewhere.OverdueReports) { Guidance = elsewhere.Guidance, Plan = elsewhere.Plan };
    }

    private async ValueTask<Answer> Created(Incoming<SubmissionBody> incoming, ProposalId id, Reply.Accepted accepted, ReplyAndRecord outcome, CancellationToken cancellationToken)
    {
        var reader = incoming.Caller.Reader;
        if (accepted.Repeated && !await lists.MayKnow(id, reader.Audiences, reader.ReadsAllFacts, cancellationToken)) return Problem.NotFound;

        return ProposalDesk.Render(id, outcome, incoming.Caller, 201);
    }

    private async Task<Answer> KeepDraft(Incoming<SubmissionBody> incoming, ProposalId id, Paper paper, RefusalNotice notice, CancellationToken cancellationToken)
    {
        var draftId = CommandId.Of(incoming.Id.ToString(), "draft");
        var kept = await runtime.Execute(EnvelopeOf(incoming, id, new ProposalCommand.Draft(id, paper), draftId), cancellationToken);
        if (kept is Reply.OtherContent) return Replies.ProblemOf(kept);
        if (kept is not Reply.Accepted) return Problem.Of(notice);

        return Problem.Of(notice).With("draft", id.ToString()) with { Headers = [new("Location", $"{Routes.Base}/proposals/{id}")] };
    }

    private static CommandEnvelope EnvelopeOf(Incoming<SubmissionBody> incoming, ProposalId id, ProposalCommand command, CommandId commandId) =>
        new(EntityId.Of(id), command, commandId, incoming.Digest, incoming.Actor, Creates: commandId == incoming.Id);
}
