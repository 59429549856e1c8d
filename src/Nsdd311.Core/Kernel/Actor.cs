namespace Nsdd311;

/// <summary>Who acts. The record keeps it beside every event.</summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>A person, in the one seat in which the act is done. The roster has confirmed the seat.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Name">As the sign-in or the roster writes it.</param>
    /// <param name="Seat">In which capacity.</param>
    public sealed record Person(PersonId Id, string Name, Seat Seat) : Actor
    {
        /// <inheritdoc />
        public override string ToString() => $"{Id.Value} as {Seat.ToString()}";
    }

    /// <summary>The engine itself: a deadline that passed, or the founding of a deployment.</summary>
    public sealed record Clock : Actor
    {
        /// <inheritdoc />
        public override string ToString() => "clock";
    }

    /// <summary>Another entity that pays or answers what it owes.</summary>
    /// <param name="Id">Which.</param>
    public sealed record Entity(EntityId Id) : Actor
    {
        /// <inheritdoc />
        public override string ToString() => $"entity {Id.Kind}/{Id.Key}";
    }

    /// <summary>The seat of a person; null for the engine and for entities.</summary>
    public Seat? Seated => (this as Person)?.Seat;
}

/// <summary>What a person may act as.</summary>
public enum SeatKind
{
    /// <summary>Chairs the SIG: the NSC's member of it.</summary>
    SigChair,

    /// <summary>Represents an agency in the SIG.</summary>
    SigMember,

    /// <summary>Stands in for an agency's SIG member.</summary>
    SigAlternate,

    /// <summary>Executive secretary of the SIG; no vote.</summary>
    ExecutiveSecretary,

    /// <summary>Chairs the IG; takes no agency position.</summary>
    IgChair,

    /// <summary>Named to chair in the chair's absence.</summary>
    ActingChair,

    /// <summary>Represents an agency in the IG.</summary>
    IgMember,

    /// <summary>Stands in for an agency's IG member.</summary>
    IgAlternate,

    /// <summary>Prepares an agency's papers; takes no position.</summary>
    ActionOfficer,

    /// <summary>Sees what is distributed to it by name.</summary>
    Observer,

    /// <summary>Reads the journal and the access lists; commands nothing.</summary>
    Auditor,

    /// <summary>Sees health and counts; never content.</summary>
    Operator,
}

/// <summary>A seat: what one acts as, and for which agency where the seat is an agency's.</summary>
/// <param name="Kind">The capacity.</param>
/// <param name="Agency">The agency; null for the chairs, the executive secretary, observer, auditor and operator.</param>
public readonly record struct Seat(SeatKind Kind, AgencyId? Agency = null)
{
    private static readonly SeatKind[] Kinds = Enum.GetValues<SeatKind>();

    /// <summary>Whether an agency is represented by this kind of seat.</summary>
    public static bool IsAgencys(SeatKind kind) =>
        kind is SeatKind.SigMember or SeatKind.SigAlternate or SeatKind.IgMember or SeatKind.IgAlternate or SeatKind.ActionOfficer;

    /// <summary>The name of a kind as <c>Acting-As</c> writes it: <c>ig-member</c>.</summary>
    public static string NameOf(SeatKind kind) => kind switch
    {
        SeatKind.SigChair => "sig-chair",
        SeatKind.SigMember => "sig-member",
        SeatKind.SigAlternate => "sig-alternate",
        SeatKind.ExecutiveSecretary => "executive-secretary",
        SeatKind.IgChair => "ig-chair",
        SeatKind.ActingChair => "acting-chair",
        SeatKind.IgMember => "ig-member",
        SeatKind.IgAlternate => "ig-alternate",
        SeatKind.ActionOfficer => "action-officer",
        SeatKind.Observer => "observer",
        SeatKind.Auditor => "auditor",
        SeatKind.Operator => "operator",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a seat."),
    };

    /// <summary>Reads <c>ig-member/STATE</c> or <c>ig-chair</c>; false if it is no seat.</summary>
    public static bool TryParse(string? text, out Seat seat)
    {
        seat = default;
        if (text is null) return false;

        var slash = text.IndexOf('/');
        var name = slash < 0 ? text.AsSpan() : text.AsSpan(0, slash);
        foreach (var kind in Kinds)
        {
            if (!name.SequenceEqual(NameOf(kind)) || IsAgencys(kind) != slash >= 0) continue;

            AgencyId agency = default;
            if (slash >= 0 && !AgencyId.TryParse(text[(slash + 1)..], out agency)) return false;

            seat = slash >= 0 ? new(kind, agency) : new(kind);
            return true;
        }

        return false;
    }

    /// <summary>The kind's name, and after a slash the agency.</summary>
    public override string ToString() => Agency is { } agency ? $"{NameOf(Kind)}/{agency.ToString()}" : NameOf(Kind);
}
