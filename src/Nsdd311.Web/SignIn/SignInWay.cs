using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace Nsdd311.Web.SignIn;

/// <summary>How callers prove who they are: by tokens that this deployment issues itself (a desk, a developer's machine), or by those of an authority.</summary>
public abstract record SignInWay
{
    private SignInWay() { }

    /// <summary>Local sign-in, on loopback only: whoever can read the key may be anybody of the charter.</summary>
    public static SignInWay OfKey(LocalKey key) => new Local(key);

    /// <summary>Bearer tokens of an OpenID Connect authority: its keys are read from its discovery document and again when it rotates them.</summary>
    /// <param name="authority">Its address.</param>
    /// <param name="audience">For whom its tokens must be.</param>
    /// <param name="hosts">The names under which this service answers; any other is refused.</param>
    /// <param name="secret">Shared by all gateways of the deployment; what they hand out (cursors) is protected with it.</param>
    /// <param name="insecure">Whether an authority without TLS is taken: on a developer's machine alone.</param>
    public static SignInWay OfAuthority(Uri authority, string audience, IReadOnlyList<string> hosts, LocalKey secret, bool insecure) =>
        new Authority(authority, audience, hosts, secret, insecure);

    internal sealed record Local(LocalKey Key) : SignInWay;

    internal sealed record Authority(Uri Address, string Audience, IReadOnlyList<string> Hosts, LocalKey Secret, bool Insecure) : SignInWay
    {
        private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

        /// <summary>A token by an unknown key has the keys read again, at most so often: a stranger's tokens neither load the authority nor put a new key off for long.</summary>
        private static readonly TimeSpan BetweenReadings = TimeSpan.FromSeconds(10);

        public void Configure(JwtBearerOptions options)
        {
            options.Authority = Address.ToString();
            options.Audience = Audience;
            options.RequireHttpsMetadata = !Insecure;
            options.RefreshInterval = BetweenReadings;
            options.MapInboundClaims = false;
            options.SaveToken = false;
            // These are judged each time: the authority may take a key back.
            options.Events = new()
            {
                OnTokenValidated = good =>
                {
                    // It is who they are, to the roster and in the journal.
                    if (string.IsNullOrEmpty(SignedIn.Of(good).Subject)) good.Fail("The token does not say of whom it is.");
                    return Task.CompletedTask;
                },
            };
            options.TokenValidationParameters = new()
            {
                ValidateIssuer = true,
                ValidAudience = Audience,
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                ClockSkew = Skew,
                NameClaimType = TokenClaims.Name,
            };
        }
    }
}
