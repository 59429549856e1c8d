using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Nsdd311.Web.SignIn;

/// <summary>Says who asks, and turns nobodies away from every route that is not declared open. No route asks the sign-in for more; seats are for the rules.</summary>
/// <remarks>The library judges tokens and words the 401. A token that it found good does not come before it again.</remarks>
internal sealed class Admission(RememberedTokens tokens)
{
    /// <summary>Says who asks.</summary>
    public Task Recognize(HttpContext http, RequestDelegate next)
    {
        if (tokens.Find(http.Request.Headers.Authorization) is not { } known) return Judge(http, next);

        http.User = known;
        return next(http);
    }

    /// <summary>Lets through whoever is signed in, and everybody to what is open.</summary>
    public static Task Admit(HttpContext http, RequestDelegate next) => http.User is SignedIn || IsOpen(http.GetEndpoint()) ? next(http) : http.ChallengeAsync();

    private static async Task Judge(HttpContext http, RequestDelegate next)
    {
        if (await http.AuthenticateAsync() is { Principal: { } who }) http.User = who;
        await next(http);
    }

    /// <summary>What is no route of ours says only that there is none, or none of this method.</summary>
    private static bool IsOpen(Endpoint? endpoint) => endpoint is not RouteEndpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
