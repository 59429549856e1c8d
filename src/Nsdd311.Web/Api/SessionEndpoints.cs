using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Sessions;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Web.Api;

/// <summary>Sessions of both bodies: scheduled, convened, adjourned, minuted.</summary>
internal static class SessionEndpoints
{
    /// <summary>Everything under <c>/sessions</c>.</summary>
    public static void MapSessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Sessions");
        MapCalendar(sessions);
        MapAgenda(sessions);
        MapMeeting(sessions);
        MapMinutes(sessions);
    }

    private static void MapCalendar(RouteGroupBuilder sessions)
    {
        sessions.Get("", (HttpContext http, SessionBookDesk desk) => desk.List(http))
            .Describe<SessionsView>("listSessions", "Lists the sessions of both bodies, latest first.", Docs.List(SessionBookDesk.Parameters));
        sessions.Post("", (HttpContext http, SessionBookDesk desk) => desk.Schedule(http))
            .Describe<SessionView>("scheduleSession", "Schedules a session; its number is given, and what waited for one is on its agenda.", Docs.Creation<ScheduleBody>("Sessions: schedule"));
        sessions.Get("/{id}", (HttpContext http, SessionDesk desk) => desk.Show(http))
            .Describe<SessionView>("getSession", "Shows a session with those of its items whose matters the caller may know of.", Docs.Entity);
        sessions.Get("/{id}/history", (HttpContext http, SessionDesk desk) => desk.History(http))
            .Describe<HistoryView>("getSessionHistory", "Shows the journal of the session, in words and as data.", Docs.Entity);
        sessions.Act<ReasonBody>("/{id}/cancellation", "callOffSession", "Calls a session off before it meets; its items return to their queue.",
            (body, form) => new CallOff(form.Text("reason", body.Reason)));
    }

    private static void MapAgenda(RouteGroupBuilder sessions)
    {
        sessions.MapPost("/{id}/agenda", (HttpContext http, SessionDesk desk, AgendaDesk agenda) => desk.Act<AgendaBody>(http, agenda.Put))
            .Describe<SessionView>("putOnAgenda", "Puts a matter, or in the SIG a motion, on the agenda.", Docs.Command<AgendaBody>(SessionActs.Of("putOnAgenda")));
        sessions.ActOn<ReasonBody>("/{id}/items/{n:int:min(1)}/withdrawal", "withdrawItem", "Takes an item off the agenda.",
            (number, body, form) => new WithdrawItem(number, form.Text("reason", body.Reason)));
        sessions.Act<SessionPaperBody>("/{id}/papers", "bringPaper", "Brings a paper for an item; late ones with the chair's leave.", SessionPaperBody.ToCommand);
        sessions.Act<LateLeaveBody>("/{id}/leave", "giveSessionLeave", "Gives the chair's leave for one late paper of an agency.", LateLeaveBody.ToCommand);
        sessions.Act<ActingChairBody>("/{id}/acting-chair", "nameActingChair", "Names who chairs in the chair's place, by that person's seat at the table.",
            (body, _) => new NameActingChair(body.Seat));
    }

    private static void MapMeeting(RouteGroupBuilder sessions)
    {
        sessions.MapPost("/{id}/attendance", (HttpContext http, SessionDesk desk, AgendaDesk agenda) => desk.Act<AttendanceBody>(http, agenda.Attend))
            .Describe<SessionView>("recordAttendance", "Records that somebody comes or goes.", Docs.Command<AttendanceBody>(SessionActs.Of("recordAttendance")));
        sessions.Act<NothingBody>("/{id}/convening", "conveneSession", "Convenes the session, or convenes it again after it was suspended.", (_, _) => new Convene(), NothingBody.Instance);
        sessions.ActOn<ItemDecisionBody>("/{id}/items/{n:int:min(1)}/decision", "decideItem",
            "Decides, defers or withdraws an item. What its matter says to the decision is answered under the matter's own code.", ItemDecisionBody.ToCommand);
        sessions.Act<NothingBody>("/{id}/adjournment", "adjournSession", "Adjourns; what was not decided returns to its queue.", (_, _) => new Adjourn(), NothingBody.Instance);
    }

    private static void MapMinutes(RouteGroupBuilder sessions)
    {
        sessions.Get("/{id}/minutes", (HttpContext http, SessionDesk desk) => desk.Minutes(http))
            .Describe<MinutesView>("getMinutes", "Shows the minutes: the draft that writes itself, or as circulated. There are none before adjournment.", Docs.Entity);
        sessions.Act<MinutesBody>("/{id}/minutes", "circulateMinutes", "Circulates the minutes.", (body, form) => new CirculateMinutes(form.Texts("remarks", body.Remarks)), MinutesBody.None);
        sessions.Act<WordsBody>("/{id}/minutes/objection", "objectToMinutes", "Objects to the minutes.", (body, form) => new ObjectToMinutes(form.Text("text", body.Text)));
        sessions.MapPost("/{id}/minutes/approval", (HttpContext http, SessionDesk desk, AgendaDesk agenda) => desk.Act<ApprovalBody>(http, agenda.Approve))
            .Describe<SessionView>("approveMinutes", "Has the minutes approved at a later session of the body.", Docs.Command<ApprovalBody>(SessionActs.Of("approveMinutes")));
    }

    private static void Act<TBody>(
        this RouteGroupBuilder sessions, string pattern, string operation, string summary, Func<TBody, Form, SessionCommand> make, TBody? empty = null)
        where TBody : class =>
        sessions.Post(pattern, (HttpContext http, SessionDesk desk) => desk.Act(http, make, empty))
            .Describe<SessionView>(operation, summary, Docs.Command<TBody>(SessionActs.Of(operation)) with { BodyIsOptional = empty is not null });

    private static void ActOn<TBody>(
        this RouteGroupBuilder sessions, string pattern, string operation, string summary, Func<int, TBody, Form, SessionCommand> make)
        where TBody : class =>
        sessions.Post(pattern, (HttpContext http, SessionDesk desk) =>
                desk.Act<TBody>(http, (body, form) => make(int.Parse((string)http.Request.RouteValues["n"]!), body, form), null))
            .Describe<SessionView>(operation, summary, Docs.Command<TBody>(SessionActs.Of(operation)));
}
