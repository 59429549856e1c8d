using Nsdd311.Charters;

namespace Nsdd311.Proposals;

/// <summary>One pass of one stage at the IG: the text under review, a suspense, a position per agency.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Procedure">Whether silence is consent.</param>
/// <param name="TextVersion">The text under review now.</param>
/// <param name="OpenedAt">When it was received.</param>
/// <param name="Phase">How its clock stands.</param>
/// <param name="Agencies">All that may take a position.</param>
/// <param name="Mandatory">Those without which nothing is cleared.</param>
/// <param name="Positions">Every position taken, oldest first.</param>
/// <param name="Comments">Every comment made, oldest first.</param>
/// <param name="Interims">Interim replies, the latest of each agency.</param>
/// <param name="Objection">That this is a negotiation; null if nobody says so, or it was lifted.</param>
/// <param name="ExtendedBy">Working days by which the chair extended it; null if not yet.</param>
/// <param name="StoppedFor">Working days for which the clock stood still so far.</param>
public sealed record Round(
    int Number, Stage Stage, RoundProcedure Procedure, int TextVersion, DateTimeOffset OpenedAt, RoundPhase Phase,
    ValueList<AgencyId> Agencies, ValueList<AgencyId> Mandatory, ValueList<Position> Positions, ValueList<Comment> Comments,
    ValueList<InterimReply> Interims, NegotiationObjection? Objection, int? ExtendedBy, int StoppedFor)
{
    /// <summary>The position that stands in the agency's name; null if it has said nothing.</summary>
    public Position? Standing(AgencyId agency)
    {
        for (var i = Positions.Count - 1; i >= 0; i--)
            if (Positions[i].Agency == agency) return Positions[i];

        return null;
    }

    /// <summary>Whether the agency's position speaks of an earlier text and waits to be confirmed.</summary>
    public bool IsToBeConfirmed(AgencyId agency) => IsToBeConfirmed(Standing(agency));

    /// <summary>Whether a position that stands speaks of an earlier text; nobody's does not.</summary>
    public bool IsToBeConfirmed(Position? standing) => standing?.TextVersion < TextVersion;

    /// <summary>Whether the agency has been heard on the text under review. A reserve counts only once the suspense is over.</summary>
    public bool IsHeard(AgencyId agency) =>
        Standing(agency) is { } position && position.TextVersion == TextVersion && (position.Stand is not Stand.Reserve || SuspenseIsOver);

    /// <summary>Whether the suspense has passed or the silence procedure has expired.</summary>
    public bool SuspenseIsOver => Phase is RoundPhase.Passed or RoundPhase.Expired;

    /// <summary>Whether the agency has taken a position on the text under review; one on an earlier text does not count until it is confirmed.</summary>
    public bool HasSpoken(AgencyId agency) => Standing(agency)?.TextVersion == TextVersion;

    /// <summary>Agencies of these that have said nothing of this text: no position and no interim reply that still runs.</summary>
    public ValueList<AgencyId> Silent(ValueList<AgencyId> among, DateTimeOffset now) =>
        among.Keep(agency => !HasSpoken(agency) && !Interims.Any(reply => reply.Agency == agency && now < reply.FullBy));

    /// <summary>Critical comments of positions that stand, whose disposition their author has not accepted.</summary>
    public ValueList<Comment> StandingCriticals =>
        Comments.Keep(static (comment, round) => comment.Grade is CommentGrade.Critical && comment.IsAccepted is not true
            && round.Standing(comment.Agency)!.Comments.Contains(comment.Number), this);

    /// <summary>Agencies that do not concur.</summary>
    public ValueList<AgencyId> Nonconcurring => Agencies.Keep(static (agency, round) => round.Standing(agency)?.Stand is Stand.Nonconcur, this);

    /// <summary>Whether all concurred, on this text, without a critical comment: then a decision is final at once.</summary>
    public bool IsUnanimous => Agencies.All(Concurs);

    private bool Concurs(AgencyId agency)
    {
        if (Standing(agency) is not { Stand: Stand.Concur or Stand.ConcurWithComment } position || position.TextVersion != TextVersion) return false;

        foreach (var comment in Comments)
            if (comment.Grade is CommentGrade.Critical && position.Comments.Contains(comment.Number)) return false;

        return true;
    }
}

/// <summary>A round as it begins; the clock starts with the receipt.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Procedure">Whether silence is consent.</param>
/// <param name="Schedule">Its instants.</param>
/// <param name="Agencies">All that may take a position.</param>
/// <param name="Mandatory">Those without which nothing is cleared.</param>
public sealed record RoundOpening(
    int Number, Stage Stage, RoundProcedure Procedure, Schedule Schedule, ValueList<AgencyId> Agencies, ValueList<AgencyId> Mandatory);

/// <summary>What silence means in a round.</summary>
public enum RoundProcedure
{
    /// <summary>Silence is silence.</summary>
    Ordinary,

    /// <summary>Silence at expiry is consent, recorded as silence.</summary>
    Silence,
}

/// <summary>The instants of a round. Computed once, stored, never moved by a change of charter, holidays or code.</summary>
/// <param name="Suspense">When it ends.</param>
/// <param name="WarnAt">When the silent are warned; null if that is over or not wanted.</param>
/// <param name="EscalateAt">When it goes to the SIG by itself; null where the category does not escalate.</param>
public sealed record Schedule(DateTimeOffset Suspense, DateTimeOffset? WarnAt, DateTimeOffset? EscalateAt);

/// <summary>How the clock of a round stands.</summary>
public abstract record RoundPhase
{
    private RoundPhase() { }

    /// <summary>The clock runs.</summary>
    public sealed record Running(Schedule Schedule) : RoundPhase;

    /// <summary>The chair has stopped the clock.</summary>
    /// <param name="Schedule">As it was when the clock stopped.</param>
    /// <param name="Since">When it stopped.</param>
    /// <param name="ResumeBy">When it starts again by itself, because the allowance is used up.</param>
    public sealed record Stopped(Schedule Schedule, DateTimeOffset Since, DateTimeOffset ResumeBy) : RoundPhase;

    /// <summary>The suspense has passed.</summary>
    /// <param name="Suspense">When it was due.</param>
    /// <param name="EscalateAt">When the round goes to the SIG if a mandatory agency stays silent.</param>
    /// <param name="RemindAt">When silent mandatory agencies are reminded next; null if none is silent.</param>
    public sealed record Passed(DateTimeOffset Suspense, DateTimeOffset? EscalateAt, DateTimeOffset? RemindAt) : RoundPhase;

    /// <summary>The silence procedure has expired: who was silent has consented by silence.</summary>
    public sealed record Expired(DateTimeOffset At, ValueList<AgencyId> Silent) : RoundPhase;

    /// <summary>The suspense of the round, whatever its phase; for an expired procedure its expiry.</summary>
    public DateTimeOffset DueAt => this switch
    {
        Running running => running.Schedule.Suspense,
        Stopped stopped => stopped.Schedule.Suspense,
        Passed passed => passed.Suspense,
        Expired expired => expired.At,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
