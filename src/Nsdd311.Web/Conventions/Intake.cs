using Microsoft.AspNetCore.Http;
using Nsdd311.Web.SignIn;

namespace Nsdd311.Web.Conventions;

/// <summary>Judges a command on the request alone, in the order of 4-security: role, size, media type, form.</summary>
internal sealed class Intake(Callers callers)
{
    /// <summary>The caller of a request that is signed in.</summary>
    public ValueTask<Caller> CallerOf(HttpContext http) => callers.Of((SignedIn)http.User, http.RequestAborted);

    /// <summary>A command with a JSON body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="empty">What an empty body means; null where one must be sent.</param>
    public async ValueTask<Got<Incoming<TBody>>> Receive<TBody>(HttpContext http, TBody? empty = null)
        where TBody : class
    {
        var caller = await CallerOf(http);
        if (Seating.Refuses(caller) is { } refused) return refused;
        if (!(await BodyReader.Rent(http.Request, BodyReader.JsonLimit, http.RequestAborted)).Try(out var sent, out var problem)) return problem;

        using var held = sent;
        if (!HeadersOf(http, caller).Try(out var headers, out problem)) return problem;
        if (!ParseJson(http.Request, sent.Bytes, empty).Try(out var body, out problem)) return problem;

        return IncomingOf(http, caller, headers, CommandHeaders.DigestOf(sent.Bytes), body);
    }

    /// <summary>A command whose body is a file.</summary>
    public async Task<Got<Incoming<byte[]>>> ReceiveFile(HttpContext http, string mediaType, int limit)
    {
        var caller = await CallerOf(http);
        if (Seating.Refuses(caller) is { } refused) return refused;
        if (!(await BodyReader.ReadBytes(http.Request, limit, http.RequestAborted)).Try(out var body, out var problem)) return problem;
        if (!HeadersOf(http, caller).Try(out var headers, out problem)) return problem;
        if (!BodyReader.IsOfType(http.Request, mediaType)) return BodyReader.Unsupported(mediaType);

        return IncomingOf(http, caller, headers, CommandHeaders.DigestOf(body), body);
    }

    /// <summary>A command whose body is a file with what is said of it.</summary>
    public async Task<Got<Incoming<SentFile<TBody>>>> ReceiveParts<TBody>(HttpContext http, int limit)
        where TBody : notnull
    {
        var caller = await CallerOf(http);
        if (Seating.Refuses(caller) is { } refused) return refused;
        if (!(await FormParts.Read<TBody>(http.Request, limit, http.RequestAborted)).Try(out var file, out var problem)) return problem;
        if (!HeadersOf(http, caller).Try(out var headers, out problem)) return problem;

        return IncomingOf(http, caller, headers, file.Digest, file);
    }

    private static Got<TBody> ParseJson<TBody>(HttpRequest request, ReadOnlySpan<byte> bytes, TBody? empty)
        where TBody : class
    {
        if (bytes.IsEmpty && empty is not null) return empty;
        if (!BodyReader.IsOfType(request, "application/json")) return BodyReader.Unsupported("application/json");

        return bytes.IsEmpty ? new Problem(400, "request.body-missing", "Send a JSON object as the body.") : BodyReader.Parse<TBody>(bytes);
    }

    private static Got<Headers> HeadersOf(HttpContext http, Caller caller)
    {
        if (!Seating.Take(http.Request, caller).Try(out var actor, out var problem)) return problem;
        if (!CommandHeaders.Id(http, caller).Try(out var id, out problem)) return problem;
        if (!CommandHeaders.IfMatch(http.Request).Try(out var expected, out problem)) return problem;

        return new Headers(actor, id, expected.Version);
    }

    private static Incoming<TBody> IncomingOf<TBody>(HttpContext http, Caller caller, Headers headers, string digest, TBody body) =>
        new(http, caller, headers.Actor, headers.Id, digest, headers.Expected, body);

    private readonly record struct Headers(Actor.Person Actor, CommandId Id, long? Expected);
}
