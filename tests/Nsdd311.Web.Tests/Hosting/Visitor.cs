using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>Somebody who is signed in. Paths are those below <c>/api/v1</c>.</summary>
internal sealed class Visitor(LocalService house, string token)
{
    /// <summary>The bearer token.</summary>
    public string Token => token;

    /// <summary>Reads.</summary>
    public Task<Answered> Get(string path) => Send(HttpMethod.Get, path);

    /// <summary>Commands, with a JSON body: text as it is, anything else serialized.</summary>
    public Task<Answered> Post(string path, object? body = null, string? actingAs = null, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Post, path, body, actingAs, key, ifMatch);

    /// <summary>Hands in a new text version.</summary>
    public Task<Answered> Put(string path, object body, string? ifMatch = null, string? actingAs = null, string? key = null) =>
        Send(HttpMethod.Put, path, body, actingAs, key, ifMatch);

    /// <summary>Sends a file.</summary>
    public async Task<Answered> PostFile(string path, byte[] bytes, string mediaType = "text/csv", string? actingAs = null, string? key = null)
    {
        using var request = Request(HttpMethod.Post, path, actingAs, key, null);
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return await house.Send(request);
    }

    /// <summary>Sends a file with what is said of it, each as a part; what is null is left out.</summary>
    public async Task<Answered> PostParts(
        string path, object? about, byte[]? content, string? mediaType = "text/plain", string? actingAs = null, string? key = null, string? ifMatch = null, bool chunked = false)
    {
        using var request = Request(HttpMethod.Post, path, actingAs, key, ifMatch);
        var parts = new MultipartFormDataContent();
        if (about is not null) parts.Add(new StringContent(about as string ?? JsonSerializer.Serialize(about, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"), "about");
        if (content is not null)
        {
            var file = new ByteArrayContent(content);
            if (mediaType is not null) file.Headers.TryAddWithoutValidation("Content-Type", mediaType);
            parts.Add(file, "content", "itinerary.txt");
        }

        request.Content = parts;
        request.Headers.TransferEncodingChunked = chunked;
        // An answer that comes before the body was sent is otherwise lost now and then with the connection that it closes.
        request.Headers.ExpectContinue = true;
        return await house.Send(request);
    }

    /// <summary>Any request, for a body that is no JSON or headers that are wrong.</summary>
    public HttpRequestMessage Request(HttpMethod method, string path, string? actingAs, string? key, string? ifMatch)
    {
        var request = new HttpRequestMessage(method, path.StartsWith("/api/", StringComparison.Ordinal) ? path : $"/api/v1{path}");
        request.Headers.Authorization = new("Bearer", token);
        if (actingAs is not null) request.Headers.Add("Acting-As", actingAs);
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return request;
    }

    private async Task<Answered> Send(
        HttpMethod method, string path, object? body = null, string? actingAs = null, string? key = null, string? ifMatch = null)
    {
        using var request = Request(method, path, actingAs, key, ifMatch);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");

        return await house.Send(request);
    }
}

/// <summary>What was answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Bytes">The body.</param>
/// <param name="Headers">All headers, those of the content too.</param>
internal sealed record Answered(int Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Bytes)!;

    /// <summary>The code of a problem; null if this is none.</summary>
    public string? Code => IsProblem ? (string?)Json["code"] : null;

    /// <summary>Whether this is a problem in its media type.</summary>
    public bool IsProblem => Headers.TryGetValue("Content-Type", out var type) && type == "application/problem+json";

    /// <summary>The ETag.</summary>
    public string ETag => Headers["ETag"];

    /// <summary>A member of the body as text, by its path: <c>round.agencies[0].position</c>.</summary>
    public string? Member(string path)
    {
        JsonNode? node = Json;
        foreach (var part in path.Split('.', '[').Select(part => part.TrimEnd(']')))
            node = int.TryParse(part, out var index) ? node?[index] : node?[part];

        return node is null ? null : node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node.ToJsonString();
    }

    /// <summary>Says that it is this problem, and gives it back.</summary>
    public Answered ShouldBe(int status, string code)
    {
        IsProblem.Should().BeTrue(Text);
        (Status, Code).Should().Be((status, code), Text);
        return this;
    }

    /// <summary>Says that it succeeded with this status, and gives it back.</summary>
    public Answered ShouldBe(int status)
    {
        Status.Should().Be(status, Text);
        return this;
    }

    internal static async Task<Answered> Of(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), headers);
    }
}
