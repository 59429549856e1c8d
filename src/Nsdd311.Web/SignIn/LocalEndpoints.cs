using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Runtime.Engine;
using Nsdd311.Web.Conventions;
using Nsdd311.Web.Describing;
using Nsdd311.Web.Edge;

namespace Nsdd311.Web.SignIn;

/// <summary>Local sign-in: whoever holds the local key may be any person of the charter. Exists in local mode only.</summary>
internal static class LocalEndpoints
{
    /// <summary>The header that carries the key.</summary>
    public const string KeyHeader = "X-Local-Key";

    private static readonly Problem WrongKey = new(401, "local.key-wrong", "Send the key in the file local.key of the data folder in X-Local-Key.");

    /// <summary>Persons and tokens under <c>/local</c>.</summary>
    public static RouteGroupBuilder MapLocal(this RouteGroupBuilder api)
    {
        var local = api.MapGroup("/local").WithTags("Local").AllowAnonymous();
        local.AddEndpointFilter(async (invocation, next) =>
            invocation.HttpContext.RequestServices.GetService(typeof(LocalKey)) is LocalKey key
                && key.Is(invocation.HttpContext.Request.Headers[KeyHeader] is [{ } sent] ? sent : null)
                ? await next(invocation)
                : (Answer)WrongKey);
        local.MapGet("/persons", Persons).Describe<LocalPersonsView>("listLocalPersons", "Lists the persons whom local mode seats.", Docs.Local());
        local.MapPost("/token", Token).Describe<LocalTokenView>("issueLocalToken", "Signs in as one of them.", Docs.Local<LocalTokenBody>());
        local.MapGet("/counts", (Counts counts) => Answer.Of(200, new CountsView(counts.Now())))
            .Describe<CountsView>("getCounts", "Shows what the process has counted since its start; no content.", Docs.Local());
        return local;
    }

    private static Answer Persons(ICharters charters) => Answer.Of(200, new LocalPersonsView(
        charters.InForce.Persons.Select(person => new LocalPersonView(person.Id, person.Name, person.Agency, person.Clearance, person.Seats)).ToValueList()));

    private static async Task<Answer> Token(HttpContext http, ICharters charters, LocalTokens tokens)
    {
        if (!(await BodyReader.ReadBytes(http.Request, BodyReader.JsonLimit, http.RequestAborted)).Try(out var bytes, out var problem)) return problem;
        if (!BodyReader.IsOfType(http.Request, "application/json")) return BodyReader.Unsupported("application/json");
        if (!BodyReader.Parse<LocalTokenBody>(bytes).Try(out var body, out problem)) return problem;

        var person = charters.InForce.Persons.FirstOrDefault(one => one.Id == body.As);
        if (person is null) return Problem.At(422, "local.person-unknown", "as", "The charter seats no such person; GET /api/v1/local/persons lists them.");
        if (ClearanceOf(person, body.Clearance) is not { } clearance) return Problem.At(422, "local.clearance", "clearance", $"Name a clearance of at most {person.Clearance}.");

        var (token, expiresAt) = tokens.Issue(person, clearance);
        return Answer.Of(200, new LocalTokenView(token, expiresAt));
    }

    private static string? ClearanceOf(LocalPerson person, string? asked)
    {
        if (asked is null) return person.Clearance;
        if (!PortionMark.TryParse(asked, out var wanted) || !PortionMark.TryParse(person.Clearance, out var own)) return null;

        return wanted.Level <= own.Level && wanted.Controls.All(control => own.Controls.Contains(control)) ? asked : null;
    }
}

/// <summary>Whom to sign in as.</summary>
internal sealed record LocalTokenBody(PersonId As, string? Clearance = null);

/// <summary>A token to send as <c>Authorization: Bearer</c>.</summary>
internal sealed record LocalTokenView(string Token, DateTimeOffset ExpiresAt);

/// <summary>The persons whom local mode seats.</summary>
internal sealed record LocalPersonsView(ValueList<LocalPersonView> Items);

/// <summary>What the process has counted since its start, by the counter's name.</summary>
internal sealed record CountsView(SortedDictionary<string, long> Counts);

/// <summary>A person whom local mode seats.</summary>
internal sealed record LocalPersonView(PersonId Id, string Name, AgencyId? Agency, string Clearance, ValueList<Seat> Seats);
