using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Nsdd311.Charters;

namespace Nsdd311.Web.SignIn;

/// <summary>Tokens that local mode issues and takes: signed with a key of this deployment, good for twelve hours of real time.</summary>
/// <remarks>Sign-in is about the real world: the exercise clock has no say in it.</remarks>
internal sealed class LocalTokens(LocalKey key, RememberedTokens remembered, TimeProvider real)
{
    private const string Issuer = "nsdd311-local";
    private const string Audience = "nsdd311";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };
    private readonly SymmetricSecurityKey signing = new(key.Derive("token signing"));

    /// <summary>A token for this person, with this clearance.</summary>
    public (string Token, DateTimeOffset ExpiresAt) Issue(LocalPerson person, string clearance)
    {
        var now = real.GetUtcNow();
        List<Claim> claims = [new(TokenClaims.Subject, person.Id.ToString()), new(TokenClaims.Name, person.Name), new(TokenClaims.Clearance, clearance)];
        if (person.Agency is { } agency) claims.Add(new(TokenClaims.Agency, agency.ToString()));

        var expires = DateTimeOffset.FromUnixTimeSeconds((now + Lifetime).ToUnixTimeSeconds());
        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Subject = new ClaimsIdentity(claims),
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime.AddSeconds(-5),
            Expires = expires.UtcDateTime,
            SigningCredentials = new(signing, SecurityAlgorithms.HmacSha256),
        });
        return (token, expires);
    }

    /// <summary>What a bearer token must be.</summary>
    public void Configure(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.SaveToken = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(Handler);
        options.Events = new()
        {
            OnTokenValidated = good =>
            {
                remembered.Add(good.Request.Headers.Authorization, SignedIn.Of(good), good.SecurityToken.ValidTo);
                return Task.CompletedTask;
            },
        };
        options.TokenValidationParameters = new()
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = signing,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            ClockSkew = TimeSpan.FromSeconds(5),
            NameClaimType = TokenClaims.Name,
        };
    }
}
