using Nsdd311.Access;

namespace Nsdd311.Web.SignIn;

/// <summary>The person behind a request: who, from the token; which seats, from the roster as it is now.</summary>
/// <param name="Name">As the token writes it.</param>
/// <param name="Agency">Where the person works, if anywhere.</param>
/// <param name="Reader">Identity, clearance, seats.</param>
internal sealed record Caller(string Name, AgencyId? Agency, Reader Reader)
{
    /// <summary>Who.</summary>
    public PersonId Id => Reader.Id;

    /// <summary>Whether one of the seats may command at all.</summary>
    public bool MayCommand { get; } = Reader.Seats.Any(seat => Commands(seat.Kind));

    /// <summary>The person in each of the seats, under the seat's name as it is written.</summary>
    public IReadOnlyDictionary<string, Actor.Person> BySeat { get; } = Reader.Seats.Distinct().ToDictionary(seat => seat.ToString(), seat => new Actor.Person(Reader.Id, Name, seat), StringComparer.Ordinal);

    /// <summary>Whether the person sits at the table of a body, keeps its papers or audits: observers and operators do not.</summary>
    public bool IsAdmitted => Reader.Seats.Any(seat => seat.Kind is not (SeatKind.Observer or SeatKind.Operator));

    /// <summary>Whether this kind of seat may command.</summary>
    public static bool Commands(SeatKind kind) => kind is not (SeatKind.Observer or SeatKind.Auditor or SeatKind.Operator);
}
