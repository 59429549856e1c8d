namespace Nsdd311.Web.Describing;

/// <summary>A code and when it is answered.</summary>
internal sealed record EdgeCode(int Status, string Code, string When);

/// <summary>The problems that the edge itself can answer, beside the refusals of the rules.</summary>
internal static class ProblemsOf
{
    /// <summary>All codes of the edge.</summary>
    public static IReadOnlyList<EdgeCode> Edge { get; } =
    [
        new(400, "acting-as.missing", "The caller holds more than one seat and names none in Acting-As."),
        new(400, "acting-as.unknown", "Acting-As names no seat."),
        new(400, "idempotency.key-malformed", "The idempotency key is not 1 to 200 visible ASCII characters."),
        new(400, "version.malformed", "If-Match is not an ETag of this service."),
        new(400, "request.body-missing", "A body is needed."),
        new(400, "request.not-json", "The body is not JSON."),
        new(400, "request.not-utf8", "The body is not UTF-8."),
        new(400, "request.not-an-object", "The body is null."),
        new(400, "request.too-deep", "The body nests too deep."),
        new(400, "request.member-unknown", "A member that nobody knows; it is named."),
        new(400, "request.member-doubled", "A member is there twice; it is named."),
        new(400, "request.member-missing", "A member is missing; it is named."),
        new(400, "request.wrong-type", "A value is of another type; the member is named."),
        new(400, "request.wrong-value", "A value is none of its kind; the member is named."),
        new(400, "query.malformed", "A parameter is unknown or is none of its kind; it is named."),
        new(400, "request.malformed", "The request is not well-formed HTTP."),
        new(400, "host.foreign", "The service was asked under another name."),
        new(401, "sign-in.required", "There is no valid bearer token."),
        new(401, "local.key-wrong", "The local key is missing or wrong."),
        new(403, "origin.foreign", "A command from a page of another site."),
        new(403, "sign-in.forbidden", "Signed in, and not entitled."),
        new(403, "seat.not-held", "The roster does not show the person in the seat."),
        new(403, "seat.not-entitled", "The seat may not do this."),
        new(404, "not-found", "There is no such thing for this reader."),
        new(405, "http.method-not-allowed", "The address does not take this method."),
        new(409, "clock.backward", "The exercise clock moves forward only."),
        new(412, "version.stale", "The entity has moved on."),
        new(413, "request.too-large", "The body is too large."),
        new(415, "request.media-type", "The body is of another media type."),
        new(422, "idempotency.other-content", "The key was accepted with another body."),
        new(422, "text.mark-missing", "A text has no portion mark; its path is named."),
        new(422, "text.missing", "A text is empty; its path is named."),
        new(422, "text.too-long", "A plain text is too long; its path is named."),
        new(422, "text.character-refused", "A control or bidirectional character in a text; its path is named."),
        new(422, "proposal.negotiation-unstated", "The proponent has not stated whether it is a negotiation."),
        new(422, "decision.body-unknown", "Another body's decision."),
        new(422, "extension.days", "Less than one working day."),
        new(422, "outcome.days-missing", "The days of the contact are missing."),
        new(422, "outcome.days-reversed", "The last day is before the first."),
        new(422, "outcome.cause-missing", "The cause is missing."),
        new(422, "outcome.ground-missing", "The ground is missing."),
        new(422, "roster.seat-unknown", "There is no such seat."),
        new(422, "local.person-unknown", "The charter seats no such person."),
        new(422, "local.clearance", "More than the person's clearance."),
        new(428, "version.required", "If-Match is needed."),
        new(429, "rate.exceeded", "Too many requests."),
        new(500, "server.error", "Something went wrong inside."),
        new(503, "runtime.unavailable", "The record cannot be written or confirmed now."),
    ];

    private static readonly EdgeCode OfTheRules = new(409, "proposal.wrong-state", "The process does not allow it now; every refusal of the rules has its own code.");

    /// <summary>The problems of one operation, by status.</summary>
    public static IEnumerable<(int Status, IReadOnlyList<EdgeCode> Codes)> Operation(Docs docs)
    {
        var wanted = StatusesOf(docs).ToHashSet();
        var codes = Edge.Where(code => wanted.Contains(code.Status) && Fits(code.Code, docs));
        if (docs.IsCommand) codes = codes.Append(OfTheRules);

        return codes.GroupBy(code => code.Status).OrderBy(group => group.Key).Select(group => (group.Key, (IReadOnlyList<EdgeCode>)[.. group]));
    }

    private static IEnumerable<int> StatusesOf(Docs docs)
    {
        yield return 400;
        yield return 429;
        yield return 500;
        yield return 503;
        if (!docs.IsOpen) yield return 401;
        if (docs.IsEntity) yield return 404;
        if (docs.IsCommand || docs.Body is not null) yield return 403;
        if (docs.IsCommand) yield return 412;
        if (docs.IsCommand || docs.MayConflict) yield return 409;
        if (docs.Body is not null) yield return 413;
        if (docs.Body is not null) yield return 415;
        if (docs.Body is not null) yield return 422;
        if (docs.RequiresMatch) yield return 428;
    }

    private static bool Fits(string code, Docs docs) => code.Split('.')[0] switch
    {
        "acting-as" or "idempotency" or "version" or "seat" => docs.IsCommand,
        "local" or "clock" => docs.IsLocal,
        "sign-in" => !docs.IsLocal,
        "query" => docs.Query.Count > 0,
        "request" => docs.Body is not null || code is "request.malformed",
        "text" => docs.Body is not null && docs.IsCommand,
        "proposal" => docs.Body == typeof(Api.Bodies.SubmissionBody),
        "decision" => docs.Body == typeof(Api.Bodies.DecisionBody),
        "extension" => docs.Body == typeof(Api.Bodies.ExtensionBody),
        "outcome" => docs.Body == typeof(Api.Bodies.OutcomeBody),
        "roster" => docs.Body == typeof(Api.AppointmentBody),
        "origin" => docs.Body is not null || docs.IsCommand,
        _ => true,
    };
}
