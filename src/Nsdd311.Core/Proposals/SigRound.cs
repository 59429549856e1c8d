using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Sessions;

namespace Nsdd311.Proposals;

/// <summary>One pass of one stage at the SIG: its suspense, and a position per agency. Kept when it is over, so that dissents stay with their text.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Why">How the matter came there.</param>
/// <param name="TextVersion">The text under review.</param>
/// <param name="DueAt">The SIG's suspense.</param>
/// <param name="WarnAt">When the SIG is warned; null once it was.</param>
/// <param name="HasPassed">Whether the suspense has passed.</param>
/// <param name="Agencies">All that may take a position.</param>
/// <param name="Positions">Every position taken, oldest first; those of the IG's round do not count here.</param>
/// <param name="Objection">That this is a negotiation, if that objection stands; one made at the IG comes along.</param>
/// <param name="Reclama">The demand that brought it here; null if none did.</param>
/// <param name="Ruling">The number of the decision that ended it; null while it runs.</param>
public sealed record SigRound(
    int Number, Stage Stage, SigReason Why, int TextVersion, DateTimeOffset DueAt, DateTimeOffset? WarnAt, bool HasPassed, ValueList<AgencyId> Agencies,
    ValueList<Position> Positions, NegotiationObjection? Objection, Reclama? Reclama, int? Ruling)
{
    /// <summary>The position that stands in the agency's name; null if it has said nothing.</summary>
    public Position? Standing(AgencyId agency) => Positions.LastOrDefault(position => position.Agency == agency);

    /// <summary>Agencies that do not concur.</summary>
    public ValueList<AgencyId> Nonconcurring => Agencies.Keep(agency => Standing(agency)?.Stand is Stand.Nonconcur);

    /// <summary>Agencies that have said nothing.</summary>
    public ValueList<AgencyId> Silent => Agencies.Keep(agency => Standing(agency) is null);

    /// <summary>Agencies without whose concurrence nothing is unanimous: silence, a reserve and no interest are none.</summary>
    public ValueList<AgencyId> NotConcurring => Agencies.Keep(agency => Standing(agency)?.Stand is not Stand.Concur);
}

/// <summary>An agency's demand that the SIG look at an IG decision, which waits for the SIG.</summary>
/// <param name="Ruling">The number of the decision that is questioned.</param>
/// <param name="Agency">Whose demand.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who demanded it.</param>
/// <param name="At">When.</param>
public sealed record Reclama(int Ruling, AgencyId Agency, MarkedText Reason, PersonId By, DateTimeOffset At);

/// <summary>The President's decision on a matter that the SIG referred to him.</summary>
/// <param name="Approves">Whether he approves; else he disapproves.</param>
/// <param name="Reference">Of the paper that says so.</param>
/// <param name="DecidedOn">The day of that paper.</param>
/// <param name="Remarks">What else it says; null for nothing.</param>
public sealed record PresidentialDecision(bool Approves, MarkedText Reference, DateOnly DecidedOn, MarkedText? Remarks);

/// <summary>The item of a session in which a matter was decided.</summary>
/// <param name="Session">Which session.</param>
/// <param name="Item">Which item of its agenda.</param>
/// <param name="Present">The agencies that were represented.</param>
public sealed record SessionItem(SessionId Session, int Item, ValueList<AgencyId> Present);

/// <summary>The SIG's suspense, computed when a matter reaches it.</summary>
public sealed record SigSuspense(DateTimeOffset Suspense, DateTimeOffset? WarnAt);
