namespace Nsdd311.Charters;

/// <summary>What must hold of the persons whom local mode seats: each agency is heard in both bodies, and no seat of one is held by two.</summary>
internal static class PersonChecks
{
    public static void Check(CharterDraft draft, ICollection<CharterFault> faults)
    {
        // Somebody who cannot be read may hold what seems vacant: that fault comes first.
        var allAreRead = !faults.IsWithin("$.persons");
        HashSet<Seat> held = [];
        foreach (var (path, person) in draft.Persons)
        {
            if (person.Agency is { } agency && !draft.AgencyCodes.Has(agency)) faults.Add(new($"{path}.agency", $"{agency} is no agency of this charter."));
            for (var i = 0; i < person.Seats.Count; i++)
                if (Objection(person, person.Seats[i], held, draft) is { } because) faults.Add(new($"{path}.seats[{i}]", because));
        }

        if (allAreRead) Vacancies(held, draft, faults);
    }

    private static string? Objection(LocalPerson person, Seat seat, HashSet<Seat> held, CharterDraft draft)
    {
        if (seat.Kind is SeatKind.ActingChair) return "is named in a session by the chair, never beforehand.";
        if (seat.Agency is { } agency && !draft.AgencyCodes.Has(agency)) return $"{agency} is no agency of this charter.";
        if (seat.Agency is not null && seat.Agency != person.Agency) return "is a seat of another agency than the person's own.";
        if (!held.Add(seat) && IsForOne(seat.Kind)) return "is held by another person too; this seat is for one.";
        return null;
    }

    private static bool IsForOne(SeatKind kind) =>
        kind is SeatKind.SigChair or SeatKind.ExecutiveSecretary or SeatKind.IgChair or SeatKind.SigMember or SeatKind.IgMember;

    private static void Vacancies(HashSet<Seat> held, CharterDraft draft, ICollection<CharterFault> faults)
    {
        var needed = new[] { SeatKind.SigChair, SeatKind.ExecutiveSecretary, SeatKind.IgChair }.Select(kind => new Seat(kind))
            .Concat(draft.Agencies.SelectMany(agency => new Seat[] { new(SeatKind.SigMember, agency.Value.Id), new(SeatKind.IgMember, agency.Value.Id) }));
        foreach (var seat in needed.Except(held)) faults.Add(new("$.persons", $"must hold somebody in the seat {seat}."));
    }
}
