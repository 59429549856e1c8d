using Nsdd311.Charters;

namespace Nsdd311.Simulation.People;

/// <summary>What somebody is about to do.</summary>
internal sealed record Deed(EntityId To, object Command, Actor Actor);

/// <summary>Those who hold the seats, as the charter seats them.</summary>
internal sealed class Cast(Charter charter)
{
    public Actor Chair => Holder(new(SeatKind.IgChair));

    public Actor SigChair => Holder(new(SeatKind.SigChair));

    public Actor Secretary => Holder(new(SeatKind.ExecutiveSecretary));

    public Actor Member(AgencyId agency) => Holder(new(SeatKind.IgMember, agency));

    public Actor Officer(AgencyId agency) => Holder(new(SeatKind.ActionOfficer, agency));

    public Actor SigMember(AgencyId agency) => Holder(new(SeatKind.SigMember, agency));

    private Actor.Person Holder(Seat seat)
    {
        var person = charter.Persons.First(person => person.Seats.Contains(seat));
        return new(person.Id, person.Name, seat);
    }
}
