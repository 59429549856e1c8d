using System.Text;

namespace Nsdd311.Bench.Bare;

/// <summary>The four addresses of the standard work, each a call of a grain and a short answer.</summary>
internal sealed class Requests(IGrainFactory grains)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/api/v1/proposals", Submit);
        app.MapPost("/api/v1/proposals/{id:guid}/positions", (Guid id, HttpContext http) => Store(http, 200, id, "position-taken", "in-vetting"));
        app.MapPost("/api/v1/proposals/{id:guid}/decision", (Guid id, HttpContext http) => Store(http, 200, id, "cleared", "cleared"));
        app.MapGet("/api/v1/proposals/{id:guid}", Find);
    }

    private Task Submit(HttpContext http)
    {
        var id = Guid.CreateVersion7();
        http.Response.Headers.Location = $"/api/v1/proposals/{id}";
        return Store(http, 201, id, "submitted", "in-vetting");
    }

    private async Task Store(HttpContext http, int answer, Guid id, string type, string status)
    {
        var payload = new byte[(int)http.Request.ContentLength!];
        await http.Request.Body.ReadExactlyAsync(payload);
        var version = await grains.GetGrain<IMatterGrain>(id).Store(new(payload), type, http.Request.Headers["Acting-As"].ToString());
        await Answer(http, answer, id, version, status);
    }

    private async Task Find(Guid id, HttpContext http)
    {
        var version = await grains.GetGrain<IMatterGrain>(id).Version();
        await Answer(http, 200, id, version, "cleared");
    }

    private static Task Answer(HttpContext http, int answer, Guid id, int version, string status)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","status":"{{status}}"}""");
        http.Response.StatusCode = answer;
        http.Response.Headers.ETag = $"\"{version}\"";
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body).AsTask();
    }
}
