using System.Collections.Concurrent;
using System.Security.Claims;
using Nsdd311.Access;
using Nsdd311.Marking;
using Nsdd311.Roster;
using Nsdd311.Runtime;

namespace Nsdd311.Web.SignIn;

/// <summary>Finds the seats of whoever is signed in. Remembered per version of the roster, so that a request costs one look-up.</summary>
internal sealed class Callers(IVettingRuntime runtime)
{
    private const int Most = 10_000;
    private volatile Known known = new(-1, new([]));

    /// <summary>The caller with the seats that the roster shows now.</summary>
    public async ValueTask<Caller> Of(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var roster = runtime.AtHand(EntityId.Roster) ?? await runtime.Read(EntityId.Roster, null, cancellationToken);
        var now = known;
        if (now.Version != (roster?.Version ?? 0) || now.Callers.Count > Most)
            known = now = new(roster?.Version ?? 0, roster?.State as RosterState ?? new([]));

        var sub = user.FindFirstValue(TokenClaims.Subject)!;
        var clearance = user.FindFirstValue(TokenClaims.Clearance);
        return now.Callers.GetOrAdd((sub, clearance), key => Make(key.Sub, key.Clearance, user, now.Roster));
    }

    private static Caller Make(string sub, string? clearance, ClaimsPrincipal user, RosterState roster)
    {
        var id = new PersonId(sub);
        var reader = new Reader(id, PortionMark.TryParse(clearance, out var mark) ? mark : PortionMark.Unclassified, roster.SeatsOf(id));
        AgencyId? agency = AgencyId.TryParse(user.FindFirstValue(TokenClaims.Agency), out var known) ? known : null;
        return new(user.FindFirstValue(TokenClaims.Name) ?? sub, agency, reader);
    }

    private sealed record Known(long Version, RosterState Roster)
    {
        public ConcurrentDictionary<(string Sub, string? Clearance), Caller> Callers { get; } = new();
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
