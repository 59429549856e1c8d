using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Sessions;

/// <summary>What the chair of a body decides of a matter, in session or by paper, or of a motion in session.</summary>
public abstract record BodyRuling
{
    private BodyRuling() { }

    /// <summary>It may go on, with a finding for each claimed goal and under these conditions.</summary>
    public sealed record Clear(ValueList<Finding> Findings, ValueList<MarkedText> Conditions, MarkedText? Remarks) : BodyRuling;

    /// <summary>Back to the proponent.</summary>
    public sealed record Return(MarkedText Remarks) : BodyRuling;

    /// <summary>It shall not be.</summary>
    public sealed record Disapprove(MarkedText Remarks) : BodyRuling;

    /// <summary>The IG sends it to the SIG.</summary>
    public sealed record Forward(MarkedText Remarks) : BodyRuling;

    /// <summary>The SIG sends it to the President.</summary>
    public sealed record Refer(MarkedText Remarks) : BodyRuling;

    /// <summary>The SIG permits what was moved.</summary>
    public sealed record Grant(MarkedText? Remarks) : BodyRuling;

    /// <summary>The SIG will not permit it.</summary>
    public sealed record Drop(MarkedText? Remarks) : BodyRuling;

    /// <summary>Whether it decides a motion; else it decides a matter.</summary>
    public bool IsOfMotion => this is Grant or Drop;
}

/// <summary>A decision of a session on its way to the matter, or to the ledger of the motion: what was decided, where and by whom.</summary>
/// <param name="Session">In which session.</param>
/// <param name="Item">Which item of its agenda.</param>
/// <param name="Ruling">Which way.</param>
/// <param name="By">Who decided, in which seat, and who was there.</param>
public sealed record SessionDecision(SessionId Session, int Item, BodyRuling Ruling, DecidedBy By);

/// <summary>Who decided an item.</summary>
/// <param name="Person">The chair or the acting chair.</param>
/// <param name="Seat">In which seat.</param>
/// <param name="Present">The agencies that were represented.</param>
/// <param name="At">When.</param>
public sealed record DecidedBy(PersonId Person, Seat Seat, ValueList<AgencyId> Present, DateTimeOffset At);

/// <summary>Where an agency stood when an item was decided.</summary>
/// <param name="Agency">Which.</param>
/// <param name="Stand">Its position; null if it was silent, which is never concurrence.</param>
/// <param name="Dissent">The text of its dissent, which stays as a footnote; null for none.</param>
public sealed record VoicedPosition(AgencyId Agency, Stand? Stand, MarkedText? Dissent);
