using Microsoft.AspNetCore.Http;
using Nsdd311.Access;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Api;

/// <summary>Takes a command to a matter and answers with the matter as the caller sees it.</summary>
internal sealed class ProposalDesk(IVettingRuntime runtime, IReadModel lists, SubmissionShelf shelf, Intake intake, ICharters charters)
{
    /// <summary>A command that the body alone makes.</summary>
    public Task<Answer> Act<TBody>(HttpContext http, Func<TBody, Form, ProposalCommand> make, TBody? empty, bool requiresMatch)
        where TBody : class =>
        Act(http, (body, form, _) => make(body, form), AsItIs, empty, requiresMatch, Matter);

    /// <summary>A command that the body makes, and what the caller may read; answered with a part of the matter.</summary>
    public Task<Answer> Act<TBody>(HttpContext http, Func<TBody, Form, Caller, ProposalCommand> make, bool requiresMatch, Func<EntityRecord, Sight, object> view)
        where TBody : class =>
        Act(http, make, AsItIs, null, requiresMatch, view);

    /// <summary>A command about something in the matter that the caller must see: what he does not see is not there.</summary>
    public Task<Answer> ActIf<TBody>(HttpContext http, ProposalCommand command, Func<Seen, bool> isThere, TBody? empty)
        where TBody : class =>
        Act(http, (_, _, _) => command, async (made, id, reader) => await Look(id, reader, http.RequestAborted) is { } seen && isThere(seen) ? made : null, empty, requiresMatch: false, Matter);

    /// <summary>A command that hands in a paper.</summary>
    public Task<Answer> HandIn(HttpContext http, Func<Paper, ProposalCommand> make, bool requiresMatch) =>
        Act<PaperBody>(http, (body, form) => make(body.ToPaper(form, charters.InForce)), null, requiresMatch);

    /// <summary>A new round after a return: with a paper, or with the one handed in already.</summary>
    public Task<Answer> Resubmit(HttpContext http) =>
        Act(http, (body, form) => new ProposalCommand.Resubmit(body == PaperBody.None ? null : body.ToPaper(form, charters.InForce)), PaperBody.None, requiresMatch: false);

    /// <summary>A submission: what is overdue elsewhere goes with it, the guidance in force, and the plan that it cites.</summary>
    public Task<Answer> Submit(HttpContext http) =>
        Act(
            http, (_, _, _) => new ProposalCommand.Submit([]), async (_, id, reader) => await SubmissionOf(id, reader, http.RequestAborted),
            NothingBody.Instance, requiresMatch: false, Matter);

    /// <summary>Finds the matter for a reader: one access query, the same for absent and forbidden, and then the durable state.</summary>
    public async Task<Got<Seen>> Find(HttpContext http)
    {
        var caller = await intake.CallerOf(http);
        if (await MayKnow(http, caller) is not { } id || await Look(id, caller.Reader, http.RequestAborted) is not { } seen) return Problem.NotFound;

        // What was at hand may have been a moment older than what was read.
        return Access.Access.MayKnow(caller.Reader, MatterAudiences.Of(seen.State)) ? seen : Problem.NotFound;
    }

    /// <summary>The answer to a command that was accepted: the first settled state, as the caller may see it today.</summary>
    /// <param name="id">The matter.</param>
    /// <param name="outcome">What came of the command.</param>
    /// <param name="caller">Who sees it.</param>
    /// <param name="status">The status once nothing is owed.</param>
    /// <param name="made">Where what was made is, below the matter; null if it is the matter itself.</param>
    public static Answer Render(ProposalId id, ReplyAndRecord outcome, Caller caller, int status, string? made = null) => Render(id, outcome, caller, status, Matter, made);

    private static Answer Render(ProposalId id, ReplyAndRecord outcome, Caller caller, int status, Func<EntityRecord, Sight, object> view, string? made = null)
    {
        var (record, isSettled) = (outcome.Record!, outcome.IsSettled);
        var shown = view(record, Sight.Of(caller.Reader, MatterAudiences.Of((ProposalState)record.State)));
        var location = isSettled && status is 200 ? null : $"{Routes.Base}/proposals/{id}{(isSettled ? made : null)}";
        return Answer.Of(isSettled ? status : 202, shown, record.Version, location);
    }

    private static ProposalView Matter(EntityRecord record, Sight sight) => ProposalView.Of((ProposalState)record.State, sight)!;

    private static ValueTask<ProposalCommand?> AsItIs(ProposalCommand command, ProposalId id, Reader reader) => new(command);

    /// <param name="http">The request.</param>
    /// <param name="make">Makes the command of the body alone, and says what is wrong with its form.</param>
    /// <param name="complete">Adds what the record says, or answers null if what the command is about is not there for the caller; asked only for a matter that the caller may know of, so that forbidden costs what absent costs.</param>
    /// <param name="empty">What an empty body means; null where one must be sent.</param>
    /// <param name="requiresMatch">Whether <c>If-Match</c> must be sent.</param>
    /// <param name="view">What is answered.</param>
    private async Task<Answer> Act<TBody>(
        HttpContext http, Func<TBody, Form, Caller, ProposalCommand> make, Func<ProposalCommand, ProposalId, Reader, ValueTask<ProposalCommand?>> complete, TBody? empty, bool requiresMatch,
        Func<EntityRecord, Sight, object> view)
        where TBody : class
    {
        if (!(await intake.Receive(http, empty)).Try(out var incoming, out var problem)) return problem;

        var form = new Form();
        var formed = make(incoming.Body, form, incoming.Caller);
        if (form.Problem is { } fault) return fault;
        if (requiresMatch && http.Request.Headers.IfMatch.Count == 0) return CommandHeaders.MatchRequired;
        if (await MayKnow(http, incoming.Caller) is not { } id) return Problem.NotFound;

        if (await complete(formed, id, incoming.Caller.Reader) is not { } command) return Problem.NotFound;

        return (await Send(incoming, id, command)).Try(out var outcome, out problem) ? Render(id, outcome, incoming.Caller, 200, view) : problem;
    }

    /// <summary>Sends a command to a matter that the caller may know of; what it led to if it was accepted.</summary>
    /// <remarks>What was at hand when that was asked may have been a moment older, so it is asked again of what was decided on before anything is told.</remarks>
    public async Task<Got<ReplyAndRecord>> Send<TBody>(Incoming<TBody> incoming, ProposalId id, ProposalCommand command)
    {
        var (reader, cancellationToken) = (incoming.Caller.Reader, incoming.Http.RequestAborted);
        var outcome = await runtime.Settle(
            new(EntityId.Of(id), command, incoming.Id, incoming.Digest, incoming.Actor, incoming.ExpectedVersion), cancellationToken);
        var mayKnow = outcome.Record is { State: ProposalState state }
            ? Access.Access.MayKnow(reader, MatterAudiences.Of(state))
            : await lists.MayKnow(id, reader.Audiences, reader.ReadsAllFacts, cancellationToken);
        if (!mayKnow) return Problem.NotFound;

        return outcome.Reply is Reply.Accepted ? outcome : Replies.ProblemOf(outcome.Reply);
    }

    private async Task<ProposalCommand> SubmissionOf(ProposalId id, Reader reader, CancellationToken cancellationToken)
    {
        if (await Look(id, reader, cancellationToken) is not { } seen || MatterFacts.DossierOf(seen.State) is not { } dossier) return new ProposalCommand.Submit([]);

        var elsewhere = await shelf.Of(dossier.Agency, dossier.Paper, reader, cancellationToken);
        return new ProposalCommand.Submit(elsewhere.OverdueReports) { Guidance = elsewhere.Guidance, Plan = elsewhere.Plan };
    }

    private async Task<Seen?> Look(ProposalId id, Reader reader, CancellationToken cancellationToken) =>
        await runtime.Read(EntityId.Of(id), null, cancellationToken) is { State: ProposalState state } record ? new Seen(id, record, state, reader) : null;

    /// <summary>The matter of the address if the caller may know of it; null otherwise, and if there is none.</summary>
    /// <remarks>What is in memory answers only with yes. A no always costs the one query, which is the same for absent and forbidden.</remarks>
    public async ValueTask<ProposalId?> MayKnow(HttpContext http, Caller caller) =>
        ProposalId.TryParse((string?)http.Request.RouteValues["id"], null, out var id)
            && (MayKnowAtHand(id, caller.Reader) || await lists.MayKnow(id, caller.Reader.Audiences, caller.Reader.ReadsAllFacts, http.RequestAborted))
            ? id
            : null;

    private bool MayKnowAtHand(ProposalId id, Reader reader) =>
        runtime.AtHand(EntityId.Of(id)) is { State: ProposalState state } && Access.Access.MayKnow(reader, MatterAudiences.Of(state));
}

/// <summary>A matter that the caller may know of.</summary>
/// <param name="Id">Which.</param>
/// <param name="Record">Its durable record.</param>
/// <param name="State">Its state.</param>
/// <param name="Reader">The caller.</param>
internal sealed record Seen(ProposalId Id, EntityRecord Record, ProposalState State, Reader Reader)
{
    /// <summary>What the caller sees of it.</summary>
    public Sight Sight { get; } = Sight.Of(Reader, MatterAudiences.Of(State));
}
