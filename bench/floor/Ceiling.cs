using System.Collections.Concurrent;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Nsdd311.Bench.Floor;

/// <summary>
/// The same eight requests with the least that a service can do which acknowledges only what is on the disk: for each that writes, one prepared insert of its event, and a short answer;
/// reads come from memory. No question, no transaction block, no rule: what is left is HTTP, one round trip, and one flush.
/// </summary>
internal sealed class Ceiling(NpgsqlDataSource source)
{
    private readonly ConcurrentDictionary<Guid, Known> matters = [];

    public void Map(WebApplication app)
    {
        app.MapPost("/api/v1/proposals", Submit);
        app.MapPost("/api/v1/proposals/{id:guid}/positions", (Guid id, HttpContext http) => Change(id, http, "position-taken", "in-vetting"));
        app.MapPost("/api/v1/proposals/{id:guid}/decision", (Guid id, HttpContext http) => Change(id, http, "cleared", "cleared"));
        app.MapGet("/api/v1/proposals/{id:guid}", (Guid id, HttpContext http) => Answer(http, 200, id, matters[id]));
    }

    private Task Submit(HttpContext http)
    {
        var id = Guid.CreateVersion7();
        http.Response.Headers.Location = $"/api/v1/proposals/{id}";
        return Store(http, 201, id, new(1, "in-vetting"), "submitted");
    }

    private Task Change(Guid id, HttpContext http, string type, string status) => Store(http, 200, id, new(matters[id].Version + 1, status), type);

    private async Task Store(HttpContext http, int answer, Guid id, Known known, string type)
    {
        var payload = new byte[(int)http.Request.ContentLength!];
        await http.Request.Body.ReadExactlyAsync(payload);
        await using (var insert = source.CreateCommand("insert into event (matter, version, type, payload, actor, at) values ($1, $2, $3, $4, $5, $6)"))
        {
            insert.Parameters.Add(new() { Value = id });
            insert.Parameters.Add(new() { Value = known.Version });
            insert.Parameters.Add(new() { Value = type });
            insert.Parameters.Add(new() { Value = payload, NpgsqlDbType = NpgsqlDbType.Text });
            insert.Parameters.Add(new() { Value = http.Request.Headers["Acting-As"].ToString() });
            insert.Parameters.Add(new() { Value = TimeProvider.System.GetUtcNow() });
            await insert.ExecuteNonQueryAsync();
        }

        matters[id] = known;
        await Answer(http, answer, id, known);
    }

    private static Task Answer(HttpContext http, int answer, Guid id, Known known)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","status":"{{known.Status}}"}""");
        http.Response.StatusCode = answer;
        http.Response.Headers.ETag = $"\"{known.Version}\"";
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body).AsTask();
    }

    /// <summary>All that it remembers of a matter.</summary>
    private sealed record Known(int Version, string Status);
}
