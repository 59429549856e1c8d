using Microsoft.AspNetCore.Http;
using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Runtime;
using Nsdd311.Views;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Edge;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Api;

/// <summary>The list of matters.</summary>
internal sealed class DocketDesk(IReadModel lists, Intake intake, Cursors cursors)
{
    private static readonly string[] Statuses =
    [
        "draft", "discarded", "in-vetting", "decided", "blocked-on-reciprocity", "at-sig", "returned", "cleared-for-stage", "cleared", "executed", "closed",
        "disapproved", "withdrawn", "lapsed",
    ];

    /// <summary>The parameters of the list.</summary>
    public static string[] Parameters { get; } = ["status", "stage", "body", "category", "pair", "agency", "goal", "dueBefore", "text", "reference", "sort", "limit", "cursor"];

    /// <summary>GET of the list.</summary>
    public async Task<Answer> List(HttpContext http)
    {
        var caller = await intake.CallerOf(http);
        var question = new Question(http.Request, Parameters);
        var query = new DocketQuery(
            caller.Reader.Audiences, caller.Reader.ReadsAllFacts, question.OneOf("status", Statuses), question.Word<Stage>("stage"), question.Word<BodyKind>("body"),
            question.Value<CategoryCode>("category", text => CategoryCode.TryParse(text, null, out var code) ? code : null, "a category code"),
            question.Value<PairId>("pair", text => PairId.TryParse(text, null, out var pair) ? pair : null, "a counterpart pair"),
            question.Value<AgencyId>("agency", text => AgencyId.TryParse(text, out var agency) ? agency : null, "an agency code"),
            question.Value<int>("goal", text => int.TryParse(text, out var goal) && goal > 0 ? goal : null, "a goal's number"),
            question.Value<DateTimeOffset>("dueBefore", text => InstantConverter.Parse(text), "an instant with its offset"),
            question.Text("text"), question.Word<DocketOrder>("sort") ?? DocketOrder.Suspense, question.After(cursors, caller.Id), question.Limit)
        {
            Filed = question.Key("reference", text => ExternalReference.Read(text) is { } reference ? FilingKey.Of(reference) : null, "a reference: a system, its year where it counts by years, and a number, with commas between them"),
        };
        if (question.Problem is { } problem) return problem;

        await SocketThreads.Leave();
        var page = await lists.Docket(query, http.RequestAborted);
        var (address, cursor) = question.Next(cursors, caller.Id, page.Next);
        return Answer.Page(new DocketView(page.Items.Select(DocketItem.Of).ToValueList(), cursor), address);
    }
}
