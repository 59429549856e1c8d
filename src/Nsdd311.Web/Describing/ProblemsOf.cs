namespace Nsdd311.Web.Describing;

/// <summary>Which problems an operation can answer: those of the edge that fit it, and the refusals of the acts that it is.</summary>
internal static class ProblemsOf
{
    /// <summary>The problems of one operation, by status.</summary>
    public static IEnumerable<(int Status, IReadOnlyList<KnownCode> Codes)> Operation(Docs docs)
    {
        var wanted = StatusesOf(docs).ToHashSet();
        var codes = Catalogue.Of("At the edge").Where(code => wanted.Contains(code.Status) && Fits(code.Code, docs))
            .Concat(docs.IsCommand ? Catalogue.Of("Any act") : [])
            .Concat(docs.Refusals.SelectMany(Catalogue.Of))
            .Where(code => code.Code is not "proposal.absent")
            .DistinctBy(code => code.Code);

        return codes.GroupBy(code => code.Status).OrderBy(group => group.Key).Select(group => (group.Key, (IReadOnlyList<KnownCode>)[.. group]));
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
        if (docs.MayConflict) yield return 409;
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
        "proposal" => docs.Body?.IsAssignableTo(typeof(Api.Bodies.PaperBody)) is true,
        "decision" => docs.Body == typeof(Api.Bodies.DecisionBody),
        "extension" => docs.Body == typeof(Api.Bodies.ExtensionBody),
        "outcome" => docs.Body == typeof(Api.Bodies.OutcomeBody),
        "roster" => docs.Body == typeof(Api.AppointmentBody),
        "origin" => docs.Body is not null || docs.IsCommand,
        _ => true,
    };
}
