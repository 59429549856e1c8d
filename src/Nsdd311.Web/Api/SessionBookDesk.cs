using Microsoft.AspNetCore.Http;
using Nsdd311.Charters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Sessions;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api;

/// <summary>Schedules sessions and lists them, from the books of both bodies.</summary>
internal sealed class SessionBookDesk(IVettingRuntime runtime, Intake intake, ICharters charters, Cursors cursors, SessionDesk desk)
{
    /// <summary>The parameters of the list.</summary>
    public static string[] Parameters { get; } = ["body", "limit", "cursor"];

    /// <summary>POST of a new session. The book numbers it and opens it; the answer waits for both.</summary>
    public async Task<Answer> Schedule(HttpContext http)
    {
        if (!(await intake.Receive<ScheduleBody>(http)).Try(out var incoming, out var problem)) return problem;

        var form = new Form();
        var body = incoming.Body.Body;
        var command = new SessionBookCommand.Schedule(body, incoming.Body.At, form.Text("place", incoming.Body.Place));
        if (form.Problem is { } fault) return fault;

        var book = EntityId.SessionBook(body);
        var (reply, _, isSettled) = await runtime.Settle(
            new(book, command, incoming.Id, incoming.Digest, incoming.Actor, incoming.ExpectedVersion), http.RequestAborted);
        if (reply is not Reply.Accepted accepted) return Replies.ProblemOf(reply);

        var numbered = accepted.Events.OfType<SessionBookEvent.SessionNumbered>().Single();
        var record = await runtime.Read(EntityId.Of(numbered.Session), null, http.RequestAborted);
        var state = record?.State as SessionState.Known ?? Begun(numbered);
        var view = SessionView.Of(state, await desk.SightOf(state, incoming.Caller, http.RequestAborted), charters.InForce);
        return Answer.Of(isSettled ? 201 : 202, view, record?.Version ?? 1, $"{Routes.Base}/sessions/{numbered.Session}");
    }

    /// <summary>GET of the list: latest session first.</summary>
    public async Task<Answer> List(HttpContext http)
    {
        var caller = await intake.CallerOf(http);
        var question = new Question(http.Request, Parameters);
        var body = question.Word<BodyKind>("body");
        var (after, limit) = (question.After(cursors, caller.Id), question.Limit);
        if (question.Problem is { } problem) return problem;

        List<BookedSession> booked = [];
        foreach (var one in Enum.GetValues<BodyKind>().Where(one => body is null || body == one))
            if (await runtime.Read(EntityId.SessionBook(one), null, http.RequestAborted) is { State: SessionBookState book })
                booked.AddRange(book.Sessions.Where(session => desk.MayKnow(session.Id, caller)));

        var rows = booked.OrderByDescending(KeyOf, StringComparer.Ordinal).Where(session => after is null || string.CompareOrdinal(KeyOf(session), after) < 0).Take(limit + 1).ToList();
        var items = new List<SessionItem>(limit);
        foreach (var row in rows.Take(limit)) items.Add(await ItemOf(row, http.RequestAborted));

        var (address, cursor) = question.Next(cursors, caller.Id, rows.Count > limit ? KeyOf(rows[limit - 1]) : null);
        return Answer.Page(new SessionsView(items.ToValueList(), cursor), address);
    }

    private async Task<SessionItem> ItemOf(BookedSession booked, CancellationToken cancellationToken)
    {
        var state = (await runtime.Read(EntityId.Of(booked.Id), null, cancellationToken))?.State as SessionState;
        return new(booked.Id, booked.Id.Body, SessionState.NameOf(state ?? new SessionState.Absent()), booked.At, booked.AgendaCloses);
    }

    private static string KeyOf(BookedSession session) => $"{session.At.UtcDateTime:yyyyMMddHHmmss}-{session.Id}";

    /// <summary>The session as it will be once its opening has been paid.</summary>
    private static SessionState.Known Begun(SessionBookEvent.SessionNumbered numbered)
    {
        var opening = numbered.Opening;
        return (SessionState.Known)SessionDecider.Evolve(
            SessionDecider.Initial,
            new SessionEvent.Scheduled(numbered.Session, opening.At, opening.Place, opening.PapersDue, opening.AgendaCloses, opening.Subjects, numbered.At));
    }
}

/// <summary>A page of sessions.</summary>
internal sealed record SessionsView(ValueList<SessionItem> Items, string? Next);

/// <summary>A session in the list.</summary>
internal sealed record SessionItem(SessionId Id, BodyKind Body, string Status, DateTimeOffset At, DateTimeOffset AgendaCloses);
