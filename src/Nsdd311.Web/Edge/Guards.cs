using System.Net;
using Microsoft.AspNetCore.Http;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Edge;

/// <summary>Sets the headers that every answer has, and turns away what comes from another site or under another name.</summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="options">Whether only loopback names are taken, and whether this is an exercise.</param>
internal sealed class Guards(RequestDelegate next, GuardOptions options)
{
    private static readonly Problem ForeignHost = new(400, "host.foreign", "This service answers under its own name only: use localhost, 127.0.0.1 or [::1].");
    private static readonly Problem NotOurHost = new(400, "host.foreign", "This service answers under its own names only.");
    private static readonly Problem ForeignOrigin = new(403, "origin.foreign", "A command from a page of another site is not taken.");

    /// <summary>Judges host and origin before anything else is read.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.Vary = "Authorization, Cookie, Accept";
        if (options.IsExercise) headers["Exercise"] = "EXERCISE";

        if (!IsOurName(http.Request.Host.Host)) return ProblemWriter.Write(http, options.Hosts is null ? ForeignHost : NotOurHost);

        return IsSafe(http.Request.Method) || IsOurs(http.Request) ? next(http) : ProblemWriter.Write(http, ForeignOrigin);
    }

    private bool IsOurName(string host) => options.Hosts is { } names ? names.Contains(host, StringComparer.OrdinalIgnoreCase) : IsLoopback(host);

    private static bool IsLoopback(string host) =>
        host is "127.0.0.1" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>Cookies of one host are shared between its ports, so the port counts too.</summary>
    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0 && site is not ["same-origin"] and not ["none"]) return false;

        var origin = request.Headers.Origin;
        return origin.Count == 0 || (origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>What the guards go by.</summary>
/// <param name="Hosts">The names under which the service answers; null in local mode, where only loopback is taken.</param>
/// <param name="IsExercise">Whether the store is marked EXERCISE; every answer says so.</param>
internal sealed record GuardOptions(IReadOnlyList<string>? Hosts, bool IsExercise);
