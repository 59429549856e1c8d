using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Nsdd311.Web.SignIn;

/// <summary>Whoever a good token shows, with the claims that every request asks for taken out of it once.</summary>
internal sealed class SignedIn : ClaimsPrincipal
{
    private SignedIn(ClaimsPrincipal user)
        : base(user)
    {
        Subject = user.FindFirstValue(TokenClaims.Subject)!;
        Clearance = user.FindFirstValue(TokenClaims.Clearance);
    }

    /// <summary>Who, to the sign-in.</summary>
    public string Subject { get; }

    /// <summary>How far the person is cleared, as the token writes it; null if it says nothing.</summary>
    public string? Clearance { get; }

    /// <summary>The holder of a token that was just found good; the request goes on in this name.</summary>
    public static SignedIn Of(TokenValidatedContext good)
    {
        var who = new SignedIn(good.Principal!);
        good.Principal = who;
        return who;
    }
}

/// <summary>The claims that a token carries.</summary>
internal static class TokenClaims
{
    public const string Subject = "sub";
    public const string Name = "name";
    public const string Agency = "agency";
    public const string Clearance = "clearance";
}
