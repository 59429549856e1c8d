using Nsdd311.Charters;

namespace Nsdd311.Sessions;

/// <summary>Who is represented in a session, by the charter's rule for its body (8-charter, section 2).</summary>
internal static class Quorum
{
    /// <summary>The agencies in the room, in the charter's order; the chair's own is counted where the charter gives the chair one.</summary>
    public static ValueList<AgencyId> Represented(Session session, Charter charter)
    {
        var present = session.Present.Select(one => one.Seat == session.Chair ? charter.Body(session.Id.Body).ChairAgency : one.Seat.Agency).ToHashSet();
        return charter.Table.Keep(agency => present.Contains(agency));
    }

    /// <summary>What is lacking; null if the session may decide.</summary>
    public static NoQuorum? Lacking(Session session, Charter charter)
    {
        var (agencies, needed) = (Represented(session, charter), charter.Body(session.Id.Body).Quorum);
        var isChaired = session.Present.Any(one => session.IsChairs(one.Seat));
        return isChaired && agencies.Count >= needed ? null : new(agencies.Count, needed, agencies, isChaired);
    }
}
