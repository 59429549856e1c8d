using Nsdd311.Marking;

namespace Nsdd311.Roster;

/// <summary>What may happen to the roster. These names are stored; see docs/EVENTS.md before touching one.</summary>
public abstract record RosterEvent
{
    private RosterEvent() { }

    /// <summary>A deployment was founded with these seats.</summary>
    public sealed record Founded(ValueList<Appointment> Appointments, DateTimeOffset At) : RosterEvent;

    /// <summary>A person was seated.</summary>
    public sealed record Appointed(Appointment Appointment, MarkedText? Reference, DateTimeOffset At) : RosterEvent;

    /// <summary>A person was relieved of a seat.</summary>
    /// <param name="Seat">Which.</param>
    /// <param name="Person">Who.</param>
    /// <param name="Reference">On which paper; null for none.</param>
    /// <param name="LeavesVacant">Whether nobody holds the seat now.</param>
    /// <param name="At">When.</param>
    public sealed record Relieved(Seat Seat, PersonId Person, MarkedText? Reference, bool LeavesVacant, DateTimeOffset At) : RosterEvent;
}
