using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Charters;
using Nsdd311.Views;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;

namespace Nsdd311.Web.Api;

/// <summary>Policy guidance that was cleared: to come, in force, superseded.</summary>
internal static class GuidanceEndpoints
{
    private static readonly string[] Parameters = ["standing", "governs", "limit", "cursor"];

    /// <summary>The list, under <c>/guidance</c>.</summary>
    public static void MapGuidance(this RouteGroupBuilder api) =>
        api.MapGroup("/guidance").WithTags("Guidance").MapGet("", List)
            .Describe<GuidanceListView>("listGuidance", "Lists cleared policy guidance that the caller may know of, by its number.", Docs.List(Parameters));

    private static async Task<Answer> List(HttpContext http, Intake intake, GuidanceShelf shelf, Cursors cursors)
    {
        var caller = await intake.CallerOf(http);
        var question = new Question(http.Request, Parameters);
        var standing = question.Word<GuidanceStanding>("standing");
        var governs = question.Value<CategoryCode>("governs", text => CategoryCode.TryParse(text, null, out var code) ? code : null, "a category code");
        var (after, limit) = (question.After(cursors, caller.Id), question.Limit);
        if (question.Problem is { } problem) return problem;

        var (all, today) = (await shelf.All(http.RequestAborted), shelf.Today);
        var rest = all.Select(guidance => GuidanceView.Of(guidance, all, today, caller.Reader)).OfType<GuidanceView>()
            .Where(view => (standing is null || view.Standing == standing) && (governs is not { } code || view.Governs.Contains(code)))
            .SkipWhile(view => LogNumber.TryParse(after, out var last) && !view.LogNumber.IsAfter(last))
            .Take(limit + 1).ToList();
        var items = rest.Take(limit).ToValueList();
        var (address, cursor) = question.Next(cursors, caller.Id, rest.Count > limit ? items[^1].LogNumber.ToString() : null);
        return Answer.Page(new GuidanceListView(items, cursor), address);
    }
}

/// <summary>A page of guidance.</summary>
internal sealed record GuidanceListView(ValueList<GuidanceView> Items, string? Next);
