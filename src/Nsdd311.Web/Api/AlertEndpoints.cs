using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Runtime;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;

namespace Nsdd311.Web.Api;

/// <summary>The alerts of the caller's seats. They carry a log number and an unclassified short title, and nothing else of a matter.</summary>
internal static class AlertEndpoints
{
    /// <summary>The list under <c>/alerts</c>.</summary>
    public static void MapAlerts(this RouteGroupBuilder api) =>
        api.MapGroup("/alerts").WithTags("Alerts")
            .MapGet("", List).Describe<AlertsView>("listAlerts", "Lists the alerts of the caller's seats, newest first.", Docs.List(["limit", "cursor"]));

    private static async Task<Answer> List(HttpContext http, Intake intake, IReadModel lists, Cursors cursors)
    {
        var caller = await intake.CallerOf(http);
        var question = new Question(http.Request);
        var (after, limit) = (question.After(cursors, caller.Id), question.Limit);
        if (question.Problem is { } problem) return problem;

        var page = await lists.Alerts(caller.Reader.Seats, after is null ? null : long.Parse(after), limit, http.RequestAborted);
        var (address, cursor) = question.Next(cursors, caller.Id, page.Next);
        var items = page.Items.Select(item => new AlertView(
            item.Number, item.Alert.Kind, item.Alert.Subject, item.Alert.ShortTitle, item.Alert.Seats, item.Alert.DueAt, item.Alert.At));
        return Answer.Page(new AlertsView(items.ToValueList(), cursor), address);
    }
}

/// <summary>A page of alerts.</summary>
internal sealed record AlertsView(ValueList<AlertView> Items, string? Next);

/// <summary>An alert.</summary>
internal sealed record AlertView(long Id, string Kind, string Subject, string? ShortTitle, ValueList<Seat> Seats, DateTimeOffset? DueAt, DateTimeOffset At);
