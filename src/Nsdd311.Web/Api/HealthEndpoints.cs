using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Runtime;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using Nsdd311.Web.Edge;

namespace Nsdd311.Web.Api;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    private static readonly Problem Nobody = new(503, "roster.unfounded", "Nobody holds a seat yet, so nobody could be served; the first persons come with the option --roster, or with local sign-in.");

    /// <summary>Outside the API, for whoever watches machines. No content.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health").AllowAnonymous();
        health.MapGet("/live", () => Answer.Of(200, new HealthView("live", null)))
            .Describe<HealthView>("getLiveness", "Answers as long as the process lives.", new() { IsOpen = true });
        health.MapGet("/ready", async Task<Answer> (HttpContext http, IVettingRuntime runtime, GuardOptions options) =>
            {
                // The roster is read through the runtime, and with it the store.
                if (await runtime.Read(EntityId.Roster, null, http.RequestAborted) is null) return Nobody;

                return Answer.Of(200, new HealthView("ready", options.IsExercise ? "EXERCISE" : null));
            })
            .Describe<HealthView>("getReadiness", "Answers 200 when the record can be read and somebody holds a seat.", new() { IsOpen = true });
    }
}

/// <summary>How the process is.</summary>
/// <param name="Status">live or ready.</param>
/// <param name="Store">EXERCISE, if the store is marked so.</param>
internal sealed record HealthView(string Status, string? Store);
