using System.Text.Json;

namespace Nsdd311.Bench.Floor;

/// <summary>The four addresses of the standard work, with the paths and bodies of the product.</summary>
internal static class MatterEndpoints
{
    private static readonly TimeSpan Suspense = TimeSpan.FromDays(7);

    public static void MapMatters(this WebApplication app)
    {
        app.MapPost("/api/v1/proposals", Submit);
        app.MapPost("/api/v1/proposals/{id:guid}/positions", TakePosition);
        app.MapPost("/api/v1/proposals/{id:guid}/decision", Decide);
        app.MapGet("/api/v1/proposals/{id:guid}", Find);
    }

    private static async Task<IResult> Submit(HttpContext http, JsonElement paper, Store store, CancellationToken cancellationToken)
    {
        if (paper.GetProperty("paragraphs").GetArrayLength() == 0 || !paper.TryGetProperty("pair", out var pair)) return Results.UnprocessableEntity();

        var now = TimeProvider.System.GetUtcNow();
        var matter = await store.Submit(new(Guid.CreateVersion7(now), paper.GetRawText(), pair.GetString()!, now, now + Suspense, ActorOf(http)), cancellationToken);
        http.Response.Headers.Location = $"/api/v1/proposals/{matter.Id}";
        return Answer(http, 201, matter);
    }

    private static async Task<IResult> TakePosition(Guid id, HttpContext http, PositionBody body, Store store, CancellationToken cancellationToken)
    {
        var actor = ActorOf(http);
        var position = new Position(actor[(actor.IndexOf('/') + 1)..], body.Position, actor, TimeProvider.System.GetUtcNow());
        return Reply(http, await store.TakePosition(id, position, cancellationToken));
    }

    private static async Task<IResult> Decide(Guid id, HttpContext http, DecisionBody body, Store store, CancellationToken cancellationToken) =>
        Reply(http, await store.Clear(id, JsonSerializer.Serialize(body, Json.Options), ActorOf(http), TimeProvider.System.GetUtcNow(), cancellationToken));

    private static async Task<IResult> Find(Guid id, HttpContext http, Store store, CancellationToken cancellationToken) =>
        await store.Find(id, cancellationToken) is { } matter ? Answer(http, 200, matter) : Results.NotFound();

    /// <summary>Null is a race that was lost, or a step out of order.</summary>
    private static IResult Reply(HttpContext http, Matter? matter) => matter is null ? Results.Conflict() : Answer(http, 200, matter);

    private static IResult Answer(HttpContext http, int status, Matter matter)
    {
        http.Response.Headers.ETag = $"\"{matter.Version}\"";
        return Results.Text(JsonSerializer.SerializeToUtf8Bytes(matter, Json.Options), "application/json", status);
    }

    private static string ActorOf(HttpContext http) => http.Request.Headers["Acting-As"].ToString();
}
