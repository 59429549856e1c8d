using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Api;

/// <summary>Where the API begins, and how desks stand behind its routes.</summary>
/// <remarks>A desk is found once, with the route. A handler that asks for it itself has a scope of services made for every request.</remarks>
internal static class Routes
{
    /// <summary>The path before every resource.</summary>
    public const string Base = "/api/v1";

    /// <summary>A reading.</summary>
    public static RouteHandlerBuilder Get<TDesk>(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, TDesk, Task<Answer>> handle)
        where TDesk : notnull =>
        routes.MapGet(pattern, At(routes, handle));

    /// <summary>A command.</summary>
    public static RouteHandlerBuilder Post<TDesk>(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, TDesk, Task<Answer>> handle)
        where TDesk : notnull =>
        routes.MapPost(pattern, At(routes, handle));

    /// <summary>A command that puts something in the place of what was there.</summary>
    public static RouteHandlerBuilder Put<TDesk>(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, TDesk, Task<Answer>> handle)
        where TDesk : notnull =>
        routes.MapPut(pattern, At(routes, handle));

    private static Delegate At<TDesk>(IEndpointRouteBuilder routes, Func<HttpContext, TDesk, Task<Answer>> handle)
        where TDesk : notnull
    {
        var desk = routes.ServiceProvider.GetRequiredService<TDesk>();
        return (HttpContext http) => handle(http, desk);
    }
}
