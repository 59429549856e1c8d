using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Conventions;

/// <summary>A command as it came in, after everything that can be judged on the request alone.</summary>
/// <param name="Http">The request.</param>
/// <param name="Caller">Who asks.</param>
/// <param name="Actor">In which seat.</param>
/// <param name="Id">The command's id.</param>
/// <param name="Digest">Of the body, with its scheme.</param>
/// <param name="ExpectedVersion">From <c>If-Match</c>; null where the caller does not care.</param>
/// <param name="Body">The content.</param>
internal sealed record Incoming<TBody>(
    HttpContext Http, Caller Caller, Actor.Person Actor, CommandId Id, string Digest, long? ExpectedVersion, TBody Body)
{
    /// <summary>A value of the route: the <c>id</c> or the <c>n</c> of the address.</summary>
    public string Route(string name) => (string)Http.Request.RouteValues[name]!;
}

/// <summary>Reads the headers that every command takes.</summary>
internal static class CommandHeaders
{
    /// <summary>The header that makes a repetition a repetition.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>The id that the key names for this subject and route; a fresh one without a key.</summary>
    public static Got<CommandId> Id(HttpContext http, Caller caller)
    {
        var keys = http.Request.Headers[IdempotencyKey];
        if (keys.Count == 0) return CommandId.Of("once", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        if (keys.Count > 1 || keys[0] is not { Length: >= 1 and <= 200 } key || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            return Problem.At(400, "idempotency.key-malformed", IdempotencyKey, "An idempotency key is 1 to 200 visible ASCII characters.");

        return CommandId.Of(caller.Id.ToString(), http.Request.Method, RouteOf(http), key);
    }

    /// <summary>The version in <c>If-Match</c>. Only the part before the hyphen counts: the rest is one reader's representation.</summary>
    public static Got<ExpectedVersion> IfMatch(HttpRequest request)
    {
        var values = request.Headers.IfMatch;
        if (values.Count == 0 || values is ["*"]) return new ExpectedVersion(null);

        var tag = values.Count == 1 ? values[0].AsSpan().Trim('"') : default;
        var hyphen = tag.IndexOf('-');
        return long.TryParse(hyphen < 0 ? tag : tag[..hyphen], out var version) && version > 0
            ? new ExpectedVersion(version)
            : Problem.At(400, "version.malformed", "If-Match", "If-Match is one ETag as this service answers it, such as \"7-1c0a5b2f9d3e4867\".");
    }

    /// <summary>What is answered where <c>If-Match</c> must be there and is not.</summary>
    public static Problem MatchRequired { get; } =
        Problem.At(428, "version.required", "If-Match", "Send the ETag of the version that you have seen in If-Match.");

    /// <summary>The digest of the bytes received, with its scheme.</summary>
    public static string DigestOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<char> hex = stackalloc char[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        Convert.TryToHexStringLower(hash, hex, out _);
        return $"sha256:{hex}";
    }

    /// <summary>The route with its values in the place of its parameters, <c>{id}</c> or <c>{n:int:min(1)}</c>: one address, however it was written.</summary>
    private static string RouteOf(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint { RoutePattern: { RawText: { } text } pattern }) return http.Request.Path.Value!;

        var rest = text.AsSpan();
        var route = new DefaultInterpolatedStringHandler(text.Length, pattern.Parameters.Count);
        foreach (var parameter in pattern.Parameters)
        {
            route.AppendFormatted(rest[..rest.IndexOf('{')]);
            route.AppendFormatted(http.Request.RouteValues[parameter.Name]?.ToString());
            rest = rest[(rest.IndexOf('}') + 1)..];
        }

        route.AppendFormatted(rest);
        return route.ToStringAndClear();
    }
}

/// <summary>The version that the caller expects; null where any will do.</summary>
internal readonly record struct ExpectedVersion(long? Version);
