using Microsoft.AspNetCore.Http;
using Nsdd311.Access;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Sessions;
using Nsdd311.Views;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Api;

/// <summary>Takes a command to a session and answers with the session as the caller sees it.</summary>
internal sealed class SessionDesk(IVettingRuntime runtime, Intake intake, ICharters charters)
{
    /// <summary>A command that the body alone makes.</summary>
    public async Task<Answer> Act<TBody>(HttpContext http, Func<TBody, Form, SessionCommand> make, TBody? empty)
        where TBody : class
    {
        if (!(await intake.Receive(http, empty)).Try(out var incoming, out var problem)) return problem;

        var form = new Form();
        var command = make(incoming.Body, form);
        if (form.Problem is { } fault) return fault;

        return MayKnow(http, incoming.Caller) is { } id ? await Send(id, command, incoming) : Problem.NotFound;
    }

    /// <summary>A command that needs to look at another entity's record as well; asked only of who may know of the session.</summary>
    public async Task<Answer> Act<TBody>(HttpContext http, Func<TBody, Form, Incoming<TBody>, Task<SessionCommand>> make)
        where TBody : class
    {
        if (!(await intake.Receive<TBody>(http)).Try(out var incoming, out var problem)) return problem;
        if (MayKnow(http, incoming.Caller) is not { } id) return Problem.NotFound;

        var form = new Form();
        var command = await make(incoming.Body, form, incoming);
        return form.Problem is { } fault ? fault : await Send(id, command, incoming);
    }

    /// <summary>Finds the session for a reader.</summary>
    public async Task<Got<SeenSession>> Find(HttpContext http)
    {
        var caller = await intake.CallerOf(http);
        if (MayKnow(http, caller) is not { } id) return Problem.NotFound;

        return await runtime.Read(EntityId.Of(id), null, http.RequestAborted) is { State: SessionState.Known state } record
            ? new SeenSession(record, state, await SightOf(state, caller, http.RequestAborted))
            : Problem.NotFound;
    }

    /// <summary>The session.</summary>
    public async Task<Answer> Show(HttpContext http) => (await Find(http)).Try(out var seen, out var problem)
        ? Answer.Of(200, SessionView.Of(seen.State, seen.Sight, charters.InForce), seen.Record.Version)
        : problem;

    /// <summary>Its minutes; there is nothing before it is adjourned.</summary>
    public async Task<Answer> Minutes(HttpContext http)
    {
        if (!(await Find(http)).Try(out var seen, out var problem)) return problem;

        return MinutesView.Of(seen.State, seen.Sight, charters.InForce) is { } minutes ? Answer.Of(200, minutes, seen.Record.Version) : Problem.NotFound;
    }

    /// <summary>Its journal: the facts as far as the caller may know of their items, texts only as far as the caller may read.</summary>
    public async Task<Answer> History(HttpContext http)
    {
        if (!(await Find(http)).Try(out var seen, out var problem)) return problem;

        var rows = await runtime.History(EntityId.Of(seen.State.Session.Id), http.RequestAborted);
        var history = Histories.Of(rows, charters.Find(seen.Record.Charter).Calendar, fact =>
            SessionFacts.Of((SessionEvent)fact, seen.State.Session, seen.Sight) is { } known ? new(known.Fact, known.Sight, SessionWords.Of(known.Fact)) : null);
        return Answer.Of(200, history, rows.Count);
    }

    /// <summary>What the caller sees of a session and of each matter on its agenda.</summary>
    public async Task<SessionSight> SightOf(SessionState.Known state, Caller caller, CancellationToken cancellationToken)
    {
        var matters = new Dictionary<ProposalId, Sight>();
        foreach (var matter in state.Session.Items.Select(item => item.Matter?.Id).OfType<ProposalId>().Distinct())
        {
            if (await runtime.Read(EntityId.Of(matter), null, cancellationToken) is not { State: ProposalState proposal }) continue;

            var audiences = MatterAudiences.Of(proposal);
            if (Access.Access.MayKnow(caller.Reader, audiences)) matters[matter] = Sight.Of(caller.Reader, audiences);
        }

        return new(Sight.Of(caller.Reader, SessionAudiences.Of(state.Session.Id.Body, charters.InForce)), matters);
    }

    private async Task<Answer> Send<TBody>(SessionId id, SessionCommand command, Incoming<TBody> incoming)
    {
        var (reply, record, isSettled) = await runtime.Settle(
            new(EntityId.Of(id), command, incoming.Id, incoming.Digest, incoming.Actor, incoming.ExpectedVersion), incoming.Http.RequestAborted);
        return reply is Reply.Accepted accepted
            ? await Render(id, accepted, record!, isSettled, incoming.Caller, incoming.Http.RequestAborted)
            : Replies.ProblemOf(reply);
    }

    private async Task<Answer> Render(SessionId id, Reply.Accepted accepted, EntityRecord record, bool isSettled, Caller caller, CancellationToken cancellationToken)
    {
        var state = (SessionState.Known)record.State;
        if (RefusedByItsMatter(accepted, state) is { } refused) return new Problem(Catalogue.StatusOf(refused.Code) ?? 409, refused.Code, refused.Because);

        var view = SessionView.Of(state, await SightOf(state, caller, cancellationToken), charters.InForce);
        return Answer.Of(isSettled ? 200 : 202, view, record.Version, isSettled ? null : $"{Routes.Base}/sessions/{id}");
    }

    /// <summary>The matter's refusal of the decision that this very command put to it; null if it took it, or there is none.</summary>
    private static MatterRefusal? RefusedByItsMatter(Reply.Accepted accepted, SessionState.Known state) =>
        accepted.Events.OfType<SessionEvent.ItemRuled>().FirstOrDefault() is { } ruled
            && state.Session.Item(ruled.Item)?.Status is ItemStatus.Open { Refused: { } refused } && refused.Decision == ruled.Decision
            ? refused
            : null;

    /// <summary>Who may know of a session follows from its name alone, so that forbidden and absent cannot be told apart.</summary>
    private SessionId? MayKnow(HttpContext http, Caller caller) =>
        SessionId.TryParse((string?)http.Request.RouteValues["id"], null, out var id) && MayKnow(id, caller) ? id : null;

    /// <summary>Whether the caller may know of the session, if there is one.</summary>
    public bool MayKnow(SessionId id, Caller caller) => Access.Access.MayKnow(caller.Reader, SessionAudiences.Of(id.Body, charters.InForce));
}

/// <summary>A session that the caller may know of.</summary>
/// <param name="Record">Its durable record.</param>
/// <param name="State">Its state.</param>
/// <param name="Sight">What the caller sees of it.</param>
internal sealed record SeenSession(EntityRecord Record, SessionState.Known State, SessionSight Sight);
