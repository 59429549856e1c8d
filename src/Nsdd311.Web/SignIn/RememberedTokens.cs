using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;

namespace Nsdd311.Web.SignIn;

/// <summary>Remembers whom a good token shows until it expires: every request of a session carries the same header, which is judged once.</summary>
/// <remarks>Only tokens that nothing but expiry ends may be remembered: local ones, whose key is the deployment's and lives as long as this process.</remarks>
internal sealed class RememberedTokens(TimeProvider real)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, (SignedIn Who, DateTime Until)> good = new(StringComparer.Ordinal);

    /// <summary>Whom the header <c>Authorization</c> shows; null if it has not been judged, or expired.</summary>
    public SignedIn? Find(StringValues authorization)
    {
        if (authorization is not [{ } header] || !good.TryGetValue(header, out var known)) return null;
        if (real.GetUtcNow().UtcDateTime < known.Until) return known.Who;

        good.TryRemove(header, out _);
        return null;
    }

    /// <summary>Remembers a header whose token was found good.</summary>
    public void Add(StringValues authorization, SignedIn who, DateTime until)
    {
        if (authorization is not [{ } header]) return;
        if (good.Count >= Most) good.Clear();

        good[header] = (who, until);
    }
}
