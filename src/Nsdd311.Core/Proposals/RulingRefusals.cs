namespace Nsdd311.Proposals;

/// <summary>Somebody objects that this is a negotiation.</summary>
/// <param name="Agency">Who objects.</param>
public sealed record IsNegotiation(AgencyId Agency)
    : Refusal("proposal.is-negotiation", $"{Agency} objects that this is a negotiation: return it or disapprove it, or have the objection lifted.");

/// <summary>The chair never clears over a nonconcurrence or a critical comment that stands.</summary>
/// <param name="Agencies">Who does not concur.</param>
/// <param name="Comments">Critical comments whose disposition is not accepted.</param>
public sealed record StandingNonconcur(ValueList<AgencyId> Agencies, ValueList<StandingComment> Comments)
    : Refusal("proposal.standing-nonconcur", Sentence(Agencies, Comments))
{
    private static string Sentence(ValueList<AgencyId> agencies, ValueList<StandingComment> comments)
    {
        var objections = agencies.Select(agency => $"{agency} does not concur")
            .Concat(comments.Select(comment => $"critical comment {comment.Comment} of {comment.Agency} stands"));
        return $"{string.Join("; ", objections)}. Have it cured, or forward the matter to the SIG.";
    }
}

/// <summary>A critical comment that stands.</summary>
public sealed record StandingComment(int Comment, AgencyId Agency);

/// <summary>The final stage of this category is always the SIG's.</summary>
public sealed record SigRequired() : Refusal("proposal.sig-required", "The SIG decides the final stage of this category; forward the matter.");

/// <summary>A mandatory agency has said nothing.</summary>
/// <param name="Agencies">Who.</param>
public sealed record MandatorySilent(ValueList<AgencyId> Agencies)
    : Refusal("proposal.mandatory-silent", $"Nothing has been heard from {string.Join(", ", Agencies)}, without whom nothing is cleared; silence is not concurrence.");

/// <summary>A mandatory agency's position speaks of an earlier text.</summary>
/// <param name="Agencies">Who.</param>
public sealed record PositionsUnconfirmed(ValueList<AgencyId> Agencies)
    : Refusal("proposal.positions-unconfirmed", $"{string.Join(", ", Agencies)} have yet to confirm their positions on the amended text.");

/// <summary>A reserve of a mandatory agency counts as heard only after the suspense.</summary>
/// <param name="Agencies">Who.</param>
/// <param name="Suspense">When.</param>
public sealed record ReservedUntilSuspense(ValueList<AgencyId> Agencies, DateTimeOffset Suspense)
    : Refusal("proposal.reserved", $"{string.Join(", ", Agencies)} hold back their view until the suspense, {Suspense:yyyy-MM-dd HH:mm zzz}.");

/// <summary>An agency that is not mandatory has until the suspense to speak.</summary>
/// <param name="Agencies">Who.</param>
/// <param name="Suspense">Until when.</param>
public sealed record RoundRunning(ValueList<AgencyId> Agencies, DateTimeOffset Suspense)
    : Refusal("round.running", $"{string.Join(", ", Agencies)} may still speak until {Suspense:yyyy-MM-dd HH:mm zzz}; after that the chair may go on, naming them.");

/// <summary>A conformity finding is made for each claimed goal, and for no other.</summary>
/// <param name="Goals">For which it is missing or not claimed.</param>
public sealed record FindingMissing(ValueList<int> Goals)
    : FormRefusal("proposal.finding-missing", $"Make exactly one finding for each claimed goal; look at goal {string.Join(", ", Goals)}.");

/// <summary>The clock stands still.</summary>
public sealed record ClockIsStopped() : Refusal("round.clock-stopped", "The clock of this round stands still; start it first.");

/// <summary>The clock runs.</summary>
public sealed record ClockIsRunning() : Refusal("round.clock-running", "The clock of this round is not stopped.");

/// <summary>This category has neither extensions nor clock stops.</summary>
public sealed record ClockFixed() : Refusal("round.clock-fixed", "A round of this category is neither extended nor stopped.");

/// <summary>The suspense is over.</summary>
public sealed record SuspenseIsOver(DateTimeOffset Suspense) : Refusal("round.suspense-over", $"The suspense was {Suspense:yyyy-MM-dd HH:mm zzz}; it cannot be moved any more.");

/// <summary>Once a round.</summary>
public sealed record AlreadyExtended(int WorkingDays) : Refusal("round.already-extended", $"The round was extended by {WorkingDays} working days already; once is the most.");

/// <summary>More than the most.</summary>
public sealed record ExtensionTooLong(int Most) : FormRefusal("round.extension-too-long", $"Extend by 1 to {Most} working days.");

/// <summary>The allowance is used up.</summary>
public sealed record StopAllowanceUsed(int Most) : Refusal("round.stop-allowance-used", $"The clock has stood still for {Most} working days in this round; that is the most.");
