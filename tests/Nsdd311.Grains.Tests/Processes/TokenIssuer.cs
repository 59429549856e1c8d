using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>An OpenID Connect authority of the tests' own: a discovery document, keys, and tokens that are as they are asked for.</summary>
internal sealed class TokenIssuer : IAsyncDisposable
{
    public const string Audience = "nsdd311-test";
    private readonly WebApplication app;
    private RsaSecurityKey key = NewKey();

    private TokenIssuer(WebApplication app, string address) => (this.app, Address) = (app, address);

    public string Address { get; }

    public static async Task<TokenIssuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        builder.WebHost.UseUrls(address);
        var issuer = new TokenIssuer(builder.Build(), address);
        issuer.app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = address, jwks_uri = $"{address}/keys" }));
        issuer.app.MapGet("/keys", () => Results.Json(new { keys = new[] { issuer.PublicKey() } }));
        await issuer.app.StartAsync();
        return issuer;
    }

    /// <summary>Another key takes the place of this one.</summary>
    public void Rotate() => key = NewKey();

    /// <summary>A token; whatever is given makes it other than it should be.</summary>
    public string Token(string sub, string? issuer = null, string audience = Audience, TimeSpan? age = null, SigningCredentials? signed = null, string? clearance = "TS")
    {
        var issued = TimeProvider.System.GetUtcNow().UtcDateTime - (age ?? TimeSpan.Zero);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            Subject = new ClaimsIdentity([new("sub", sub), new("name", sub), .. clearance is null ? (Claim[])[] : [new("clearance", clearance)]]),
            IssuedAt = issued,
            NotBefore = issued,
            Expires = issued + TimeSpan.FromMinutes(10),
            SigningCredentials = signed ?? new(key, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>A signature by a key that the authority does not have.</summary>
    public static SigningCredentials OfAStranger() => new(NewKey(), SecurityAlgorithms.RsaSha256);

    /// <summary>The authority's own key, by an algorithm that is not taken.</summary>
    public SigningCredentials ByAnotherAlgorithm() => new(key, SecurityAlgorithms.RsaSha512);

    /// <summary>The public key used as a shared secret: what a careless verifier takes.</summary>
    public SigningCredentials ByThePublicKey() => new(new SymmetricSecurityKey(key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private object PublicKey()
    {
        var parameters = key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) };
    }

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
}
