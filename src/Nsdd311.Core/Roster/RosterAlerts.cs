using Nsdd311.Views;

namespace Nsdd311.Roster;

/// <summary>The alerts that the roster's facts raise: a vacant seat (1-domain, section 7).</summary>
public static class RosterAlerts
{
    /// <summary>What this fact raises: a vacancy is told to the agency's SIG member and alternate, the chair of the IG and the executive secretary.</summary>
    public static ValueList<AlertRow> Of(RosterEvent @event) => @event is RosterEvent.Relieved { LeavesVacant: true } relieved
        ? [new("seat.vacant", Whom(relieved.Seat), relieved.Seat.ToString(), null, null, relieved.At)]
        : [];

    private static ValueList<Seat> Whom(Seat vacant)
    {
        ValueList<Seat> always = [new(SeatKind.ExecutiveSecretary), new(SeatKind.IgChair)];
        return vacant.Agency is { } agency ? always.Add(new(SeatKind.SigMember, agency)).Add(new(SeatKind.SigAlternate, agency)) : always;
    }
}
