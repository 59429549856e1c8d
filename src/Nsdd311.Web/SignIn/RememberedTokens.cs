using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace Nsdd311.Web.SignIn;

/// <summary>Judges a token once and remembers a good one until it expires: every request of a session carries the same bytes.</summary>
/// <remarks>Nothing but expiry ends a local token; its key is the deployment's and lives as long as this process.</remarks>
internal sealed class RememberedTokens(TokenHandler judge, TimeProvider real) : TokenHandler
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, TokenValidationResult> good = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override SecurityToken ReadToken(string token) => judge.ReadToken(token);

    /// <inheritdoc />
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (good.TryGetValue(token, out var known))
        {
            if (real.GetUtcNow().UtcDateTime < known.SecurityToken.ValidTo) return known;

            good.TryRemove(token, out _);
        }

        var judged = await judge.ValidateTokenAsync(token, validationParameters);
        if (judged.IsValid)
        {
            if (good.Count >= Most) good.Clear();
            good[token] = judged;
        }

        return judged;
    }
}
