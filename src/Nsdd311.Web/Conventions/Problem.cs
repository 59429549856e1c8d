using System.Text.Json;
using System.Text.Json.Nodes;
using Nsdd311.Runtime;

namespace Nsdd311.Web.Conventions;

/// <summary>A refusal or error on its way out (RFC 9457). The same problem has the same bytes, whoever asks and however often.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable and public; ends the problem's type.</param>
/// <param name="Detail">One sentence that says what to do.</param>
internal sealed record Problem(int Status, string Code, string Detail)
{
    /// <summary>What every problem's type begins with.</summary>
    public const string TypeBase = "https://nsdd311.example/problems/";

    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The answer for what does not exist, and for what the caller may not know of.</summary>
    public static Problem NotFound { get; } = new(404, "not-found", "There is nothing here for you; check the address.");

    /// <summary>Faults of form by the path of the member.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Errors { get; init; } = [];

    /// <summary>Further members: numbers and names.</summary>
    public JsonElement? Facts { get; init; }

    /// <summary>Headers that belong to it: <c>Location</c>, <c>Retry-After</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>A problem about one member of the body, or one parameter or header.</summary>
    public static Problem At(int status, string code, string path, string detail) => new(status, code, detail) { Errors = [new(path, detail)] };

    /// <summary>What the rules answered; of a matter or a session that is not there, what an unknown address is answered. The status follows from the kind of refusal and from nothing else.</summary>
    public static Problem Of(RefusalNotice notice) => notice.Code is "proposal.absent" or "session.absent" ? NotFound : new(StatusOf(notice.Kind), notice.Code, notice.Because)
    {
        Facts = notice.Facts,
        Errors = notice.Kind is RefusalKind.Form ? [.. PathsOf(notice.Facts).Select(path => KeyValuePair.Create(path, notice.Because))] : [],
    };

    /// <summary>With one more member.</summary>
    public Problem With(string member, JsonNode value)
    {
        var facts = Facts is { ValueKind: JsonValueKind.Object } old ? JsonObject.Create(old)! : [];
        facts[member] = value;
        return this with { Facts = JsonSerializer.SerializeToElement<JsonNode>(facts) };
    }

    /// <summary>The status of a kind of refusal.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => 400,
        RefusalKind.Absent => 404,
        RefusalKind.Seat => 403,
        RefusalKind.Form => 422,
        _ => 409,
    };

    private static IEnumerable<string> PathsOf(JsonElement facts)
    {
        if (facts.ValueKind is not JsonValueKind.Object) yield break;
        if (facts.TryGetProperty("path", out var path) && path.ValueKind is JsonValueKind.String) yield return path.GetString()!;
        if (!facts.TryGetProperty("paths", out var paths) || paths.ValueKind is not JsonValueKind.Array) yield break;

        foreach (var one in paths.EnumerateArray())
            if (one.ValueKind is JsonValueKind.String) yield return one.GetString()!;
    }
}
