using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Views;
using Nsdd311.Web.Api.Bodies;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using Nsdd311.Web.Edge;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Api;

/// <summary>Plans of intended contacts: tried, and nothing changes.</summary>
internal static class PlanEndpoints
{
    /// <summary>POST under <c>/plans/trial</c>.</summary>
    public static void MapPlans(this RouteGroupBuilder api) =>
        api.MapGroup("/plans").WithTags("Plans").MapPost("/trial", Try)
            .Describe<PlanView>("tryPlan", "Tries a plan of contacts against the ledgers, as JSON or as text/csv; changes nothing.",
                new Docs { Body = typeof(PlanBody), Refusals = ["Plan trial"] });

    private static async Task<Answer> Try(HttpContext http, Intake intake, IVettingRuntime runtime, ICharters charters, TimeProvider time)
    {
        var caller = await intake.CallerOf(http);
        if (Seating.Refuses(caller) is { } refused) return refused;
        if (!(await BodyReader.ReadBytes(http.Request, BodyReader.JsonLimit, http.RequestAborted)).Try(out var bytes, out var problem)) return problem;

        await SocketThreads.Leave();
        var (charter, now) = (charters.InForce, time.GetUtcNow());
        if (!Read(http.Request, bytes, charter, charter.Calendar.DayOf(now)).Try(out var plan, out problem)) return problem;

        Dictionary<PairId, PairState> ledgers = [];
        foreach (var pair in plan.Contacts.Select(contact => contact.Pair).Distinct())
            ledgers[pair] = (PairState?)(await runtime.Read(EntityId.Of(pair), null, http.RequestAborted))?.State ?? PairState.Empty;

        await SocketThreads.Leave();
        return Answer.Of(200, PlanView.Of(PlanTrial.Try(ledgers, plan.Contacts, new(now, new Actor.Clock(), charter))));
    }

    private static Got<Plan> Read(HttpRequest request, byte[] bytes, Charter charter, DateOnly today)
    {
        if (BodyReader.IsOfType(request, "text/csv")) return Judged(PlanFile.Read(bytes, charter, today));
        if (!BodyReader.IsOfType(request, "application/json")) return BodyReader.Unsupported("application/json or text/csv");

        return BodyReader.Parse<PlanBody>(bytes).Try(out var body, out var problem) ? Judged(PlanBody.Read(body, charter, today)) : problem;
    }

    private static Got<Plan> Judged((ValueList<PlannedContact> Contacts, ValueList<PlanFault> Faults) read) => read.Faults is [var first, ..] faults
        ? new Problem(422, first.Code, $"{first.Path}: {first.Because}") { Errors = [.. faults.Select(fault => KeyValuePair.Create(fault.Path, fault.Because))] }
        : new Plan(read.Contacts);

    private sealed record Plan(ValueList<PlannedContact> Contacts);
}
