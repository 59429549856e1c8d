using Nsdd311.Marking;

namespace Nsdd311.Roster;

/// <summary>What may be asked of the roster.</summary>
public abstract record RosterCommand
{
    private RosterCommand() { }

    /// <summary>Seats everybody at the founding of a deployment; only the engine may, and only once.</summary>
    public sealed record Found(ValueList<Appointment> Appointments) : RosterCommand;

    /// <summary>Seats a person.</summary>
    /// <param name="Appointment">Who, in which seat.</param>
    /// <param name="Reference">The written designation, for a SIG seat; null where none is needed.</param>
    public sealed record Appoint(Appointment Appointment, MarkedText? Reference) : RosterCommand;

    /// <summary>Relieves a person of a seat, at once.</summary>
    public sealed record Relieve(Seat Seat, PersonId Person, MarkedText? Reference) : RosterCommand;

    /// <summary>The engine's wake; the roster has no deadline.</summary>
    public sealed record CheckDeadline : RosterCommand;
}

/// <summary>A person in a seat.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Person">Who.</param>
/// <param name="Name">For people.</param>
public sealed record Appointment(Seat Seat, PersonId Person, string Name);
