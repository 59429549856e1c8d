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
    public async Task<Got<Incoming<TBody>>> Receive<TBody>(HttpContext http, TBody? empty = null)
        where TBody : class
    {
        if (!(await Begin(http, BodyReader.JsonLimit)).Try(out var begun, out var problem)) return problem;
        if (!ParseJson(http.Request, begun.Body, empty).Try(out var body, out problem)) return problem;

        return new Incoming<TBody>(http, begun.Caller, begun.Actor, begun.Id, CommandHeaders.DigestOf(begun.Body), begun.Expected, body);
    }

    /// <summary>A command whose body is a file.</summary>
    public async Task<Got<Incoming<byte[]>>> ReceiveFile(HttpContext http, string mediaType, int limit)
    {
        if (!(await Begin(http, limit)).Try(out var begun, out var problem)) return problem;
        if (!BodyReader.IsOfType(http.Request, mediaType)) return BodyReader.Unsupported(mediaType);

        return new Incoming<byte[]>(http, begun.Caller, begun.Actor, begun.Id, CommandHeaders.DigestOf(begun.Body), begun.Expected, begun.Body);
    }

    /// <summary>A command whose body is a file with what is said of it.</summary>
    public async Task<Got<Incoming<SentFile<TBody>>>> ReceiveParts<TBody>(HttpContext http, int limit)
        where TBody : notnull
    {
        if (!(await Begin<SentFile<TBody>>(http, () => new(FormParts.Read<TBody>(http.Request, limit, http.RequestAborted)))).Try(out var begun, out var problem)) return problem;

        return new Incoming<SentFile<TBody>>(http, begun.Caller, begun.Actor, begun.Id, begun.Body.Digest, begun.Expected, begun.Body);
    }

    private static Got<TBody> ParseJson<TBody>(HttpRequest request, byte[] bytes, TBody? empty)
        where TBody : class
    {
        if (bytes.Length == 0 && empty is not null) return empty;
        if (!BodyReader.IsOfType(request, "application/json")) return BodyReader.Unsupported("application/json");

        return bytes.Length == 0 ? new Problem(400, "request.body-missing", "Send a JSON object as the body.") : BodyReader.Parse<TBody>(bytes);
    }

    private Task<Got<Begun<byte[]>>> Begin(HttpContext http, int limit) => Begin(http, () => BodyReader.ReadBytes(http.Request, limit, http.RequestAborted));

    private async Task<Got<Begun<TRead>>> Begin<TRead>(HttpContext http, Func<ValueTask<Got<TRead>>> read)
        where TRead : notnull
    {
        var caller = await CallerOf(http);
        if (Seating.Refuses(caller) is { } refused) return refused;
        if (!(await read()).Try(out var body, out var problem)) return problem;
        if (!Seating.Take(http.Request, caller).Try(out var actor, out problem)) return problem;
        if (!CommandHeaders.Id(http, caller).Try(out var id, out problem)) return problem;

        if (!CommandHeaders.IfMatch(http.Request).Try(out var expected, out problem)) return problem;

        return new Begun<TRead>(caller, actor, id, expected.Version, body);
    }

    private sealed record Begun<TRead>(Caller Caller, Actor.Person Actor, CommandId Id, long? Expected, TRead Body);
}
