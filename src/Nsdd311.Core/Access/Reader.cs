using Nsdd311.Marking;

namespace Nsdd311.Access;

/// <summary>Who reads: a person, cleared so far, in all the seats that the roster shows now.</summary>
/// <remarks>Reading unites all seats that a person holds; acting is done in one of them.</remarks>
/// <param name="Id">Who.</param>
/// <param name="Clearance">The highest portion that the person may read: a level, and after it the controls held (<c>TS//SI</c>). Missing: unclassified only.</param>
/// <param name="Seats">Every seat held.</param>
public sealed record Reader(PersonId Id, PortionMark Clearance, ValueList<Seat> Seats)
{
    /// <summary>In whose name a matter may be known: each seat, the person, and the agency that a seat at the IG's table represents.</summary>
    public ValueList<string> Audiences { get; } = Audience.Of(Seats, Id);

    /// <summary>Whether the facts of every matter are open, whatever its audience: an auditor. Its texts are not.</summary>
    public bool ReadsAllFacts { get; } = Seats.Any(seat => seat.Kind is SeatKind.Auditor);

    /// <summary>Whether the person sits at the table of a body or keeps its papers: what a ledger and the kept contacts say is distributed to these.</summary>
    public bool SitsAtTheTable { get; } = Seats.Any(seat => seat.Kind is not (SeatKind.Observer or SeatKind.Auditor or SeatKind.Operator));
}

/// <summary>How an audience is written in a row of the docket.</summary>
public static class Audience
{
    /// <summary>Whoever holds the seat: <c>ig-member/STATE</c>.</summary>
    public static string Seat(Seat seat) => seat.ToString();

    /// <summary>One person by name: <c>person:state.ao</c>.</summary>
    public static string Person(PersonId person) => $"person:{person}";

    /// <summary>The desk of an agency, its action officers, IG member and alternate: <c>agency:DOD</c>.</summary>
    public static string Desk(AgencyId agency) => $"agency:{agency}";

    internal static ValueList<string> Of(ValueList<Seat> seats, PersonId person)
    {
        List<string> all = [];
        foreach (var seat in seats)
        {
            all.Add(Seat(seat));
            if (seat is { Kind: SeatKind.ActionOfficer or SeatKind.IgMember or SeatKind.IgAlternate, Agency: { } agency }) all.Add(Desk(agency));
        }

        all.Add(Person(person));
        return all.ToValueList().Distinct();
    }
}
