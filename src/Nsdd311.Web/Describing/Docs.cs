using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Nsdd311.Web.Describing;

/// <summary>What the description of the API says of an operation beyond its path.</summary>
internal sealed record Docs
{
    /// <summary>A reading that needs nothing but sign-in.</summary>
    public static Docs Plain { get; } = new();

    /// <summary>A reading of one entity.</summary>
    public static Docs Entity { get; } = new() { IsEntity = true };

    /// <summary>What is answered.</summary>
    public Type View { get; init; } = typeof(void);

    /// <summary>Whether it answers with the bytes of a file.</summary>
    public bool IsFile => View == typeof(byte[]);

    /// <summary>What is sent; null without a body.</summary>
    public Type? Body { get; init; }

    /// <summary>As what it is sent.</summary>
    public string BodyMediaType { get; init; } = "application/json";

    /// <summary>Whether the body may be left out.</summary>
    public bool BodyIsOptional { get; init; }

    /// <summary>Whether it is a command: with a seat, an idempotency key, an expected version.</summary>
    public bool IsCommand { get; init; }

    /// <summary>Whether it creates an entity: 201, with its address if it has one.</summary>
    public bool Creates { get; init; }

    /// <summary>Whether what it creates has no address to be read at.</summary>
    public bool HasNoAddress { get; init; }

    /// <summary>Whether it is about one entity, which may be absent.</summary>
    public bool IsEntity { get; init; }

    /// <summary>Whether the process may refuse it although it is no command of a seat.</summary>
    public bool MayConflict { get; init; }

    /// <summary>Whether <c>If-Match</c> must be sent.</summary>
    public bool RequiresMatch { get; init; }

    /// <summary>Whether it is for whoever holds the local key.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whether nobody needs to sign in.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The headings of the page of refusals under which those of this act stand.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>Parameters of the query.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>A list with these parameters.</summary>
    public static Docs List(IReadOnlyList<string> query) => new() { Query = query };

    /// <summary>A command to an entity.</summary>
    /// <param name="refusals">The headings under which its refusals stand.</param>
    public static Docs Command<TBody>(params IReadOnlyList<string> refusals) => new() { Body = typeof(TBody), IsCommand = true, IsEntity = true, Refusals = refusals };

    /// <summary>A command that creates an entity.</summary>
    /// <param name="refusals">The headings under which its refusals stand.</param>
    public static Docs Creation<TBody>(params IReadOnlyList<string> refusals) => new() { Body = typeof(TBody), IsCommand = true, Creates = true, Refusals = refusals };

    /// <summary>Something for whoever holds the local key.</summary>
    public static Docs Local() => new() { IsLocal = true };

    /// <summary>Something with a body for whoever holds the local key.</summary>
    public static Docs Local<TBody>() => new() { IsLocal = true, Body = typeof(TBody) };
}

/// <summary>Puts the description beside the route.</summary>
internal static class Descriptions
{
    /// <summary>Names the operation and says what it answers.</summary>
    public static RouteHandlerBuilder Describe<TView>(this RouteHandlerBuilder route, string operation, string summary, Docs docs) =>
        route.WithName(operation).WithSummary(summary).WithMetadata(docs with { View = typeof(TView) });
}
