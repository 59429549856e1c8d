using Nsdd311.Charters;

namespace Nsdd311.Access;

/// <summary>To whom it is known that a body meets (8-charter, annex B).</summary>
/// <remarks>
/// The desks of the agencies prepare what either body takes up, so they know of the sessions of both. Of an item each reader learns what that reader may know
/// of its matter; only matters that the whole table may know of come on an agenda, so that no gap in it tells anything.
/// </remarks>
public static class SessionAudiences
{
    /// <summary>The audiences of a body's sessions, whatever their state.</summary>
    public static ValueList<string> Of(BodyKind body, Charter charter)
    {
        var desks = charter.Agencies.Select(agency => Audience.Desk(agency.Id)).Append(Audience.Seat(new(SeatKind.IgChair))).Append(Audience.Seat(new(SeatKind.ExecutiveSecretary)));
        return body is BodyKind.Ig ? desks.ToValueList() : desks.Concat(charter.Agencies.SelectMany(agency => AtTheSig(agency.Id))).Append(ChairOf(body)).ToValueList();
    }

    /// <summary>The audience that a matter must have to be taken up by a body: its chair's seat.</summary>
    public static string ChairOf(BodyKind body) => Audience.Seat(new(body is BodyKind.Ig ? SeatKind.IgChair : SeatKind.SigChair));

    private static IEnumerable<string> AtTheSig(AgencyId agency) =>
        [Audience.Seat(new(SeatKind.SigMember, agency)), Audience.Seat(new(SeatKind.SigAlternate, agency))];
}
