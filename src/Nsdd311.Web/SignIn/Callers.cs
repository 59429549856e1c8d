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
    public async ValueTask<Caller> Of(SignedIn user, CancellationToken cancellationToken)
    {
        var roster = runtime.AtHand(EntityId.Roster) ?? await runtime.Read(EntityId.Roster, null, cancellationToken);
        var (now, version, key) = (known, roster?.Version ?? 0, (user.Subject, user.Clearance));
        if (now.Version == version && now.Callers.TryGetValue(key, out var caller)) return caller;

        if (now.Version != version || now.Callers.Count > Most) known = now = new(version, roster?.State as RosterState ?? new([]));
        return now.Callers.GetOrAdd(key, _ => Make(user, now.Roster));
    }

    private static Caller Make(SignedIn user, RosterState roster)
    {
        var id = new PersonId(user.Subject);
        var reader = new Reader(id, PortionMark.TryParse(user.Clearance, out var mark) ? mark : PortionMark.Unclassified, roster.SeatsOf(id));
        AgencyId? agency = AgencyId.TryParse(user.FindFirstValue(TokenClaims.Agency), out var known) ? known : null;
        return new(user.FindFirstValue(TokenClaims.Name) ?? user.Subject, agency, reader);
    }

    private sealed record Known(long Version, RosterState Roster)
    {
        public ConcurrentDictionary<(string Sub, string? Clearance), Caller> Callers { get; } = new();
    }
}
