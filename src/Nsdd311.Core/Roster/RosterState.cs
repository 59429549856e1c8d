namespace Nsdd311.Roster;

/// <summary>Who holds which seat, since when.</summary>
/// <param name="Holders">In the order of their appointment.</param>
public sealed record RosterState(ValueList<Holder> Holders)
{
    /// <summary>Whether the person holds the seat.</summary>
    public bool Holds(PersonId person, Seat seat) => Holders.Any(holder => holder.Appointment.Person == person && holder.Appointment.Seat == seat);

    /// <summary>The seats of a person.</summary>
    public ValueList<Seat> SeatsOf(PersonId person) =>
        Holders.Keep(holder => holder.Appointment.Person == person).Select(holder => holder.Appointment.Seat).ToValueList();

    /// <summary>Whether anybody holds the seat.</summary>
    public bool IsFilled(Seat seat) => Holders.Any(holder => holder.Appointment.Seat == seat);
}

/// <summary>A person in a seat since an instant.</summary>
public sealed record Holder(Appointment Appointment, DateTimeOffset Since);
