using Nsdd311.Charters;

namespace Nsdd311.Proposals;

/// <summary>A subject of formal negotiations needs the explicit concurrence of the agency that conducts them.</summary>
/// <param name="Agencies">Who has not concurred.</param>
public sealed record StateConcurrenceRequired(ValueList<AgencyId> Agencies)
    : Refusal("proposal.state-concurrence-required", $"An agreement, or what touches a subject under formal negotiation, needs the explicit concurrence of {string.Join(" and ", Agencies)}; neither silence nor no interest is one.");

/// <summary>Nothing is decided twice.</summary>
/// <param name="State">Where the decision put the matter.</param>
public sealed record DecisionMade(string State) : Refusal("decision.already-made", $"The decision was made already; the matter is {State}.");

/// <summary>The matter is before another body, or before none.</summary>
/// <param name="Body">The body that would decide.</param>
/// <param name="State">Where the matter stands.</param>
public sealed record NotBeforeBody(BodyKind Body, string State)
    : Refusal("decision.not-before-body", $"The matter is not before the {Body.ToString().ToUpperInvariant()}; it is {State}.");

/// <summary>The item of that session has been decided.</summary>
/// <param name="Session">Which session.</param>
/// <param name="Item">Which item.</param>
public sealed record ItemDecided(string Session, int Item) : Refusal("decision.item-decided", $"Item {Item} of {Session} has decided this matter already.");

/// <summary>A body decides what is its own to decide.</summary>
/// <param name="Body">Which.</param>
public sealed record NotOfBody(BodyKind Body) : FormRefusal(
    "decision.not-of-body", Body is BodyKind.Sig ? "The SIG clears, returns, disapproves or refers; it forwards to nobody." : "The IG clears, returns, disapproves or forwards; only the SIG refers to the President.");

/// <summary>By paper the SIG decides only once all have been heard, and clears only if all concur.</summary>
/// <param name="Agencies">Who has not been heard, or has not concurred with what would be cleared.</param>
public sealed record NotUnanimous(ValueList<AgencyId> Agencies)
    : Refusal("sig.not-unanimous", $"By paper the SIG is unanimous or decides nothing: {string.Join(", ", Agencies)} have yet to speak or concur. Hear them, or put the matter before a session.");

/// <summary>A comment belongs to the IG's round; at the SIG an agency concurs or footnotes.</summary>
public sealed record CommentsNotAtSig() : FormRefusal("sig.no-comments", "At the SIG concur, nonconcur, reserve with a footnote, or have no interest; comments are settled at the IG.");

/// <summary>Nothing has been decided that could be questioned.</summary>
/// <param name="State">Where the matter stands.</param>
public sealed record NothingToReclaim(string State) : Refusal("reclama.nothing-decided", $"A reclama questions a decision of the IG; the matter is {State}. Within a round take a position instead.");

/// <summary>The time for it is over; the decision is final.</summary>
/// <param name="Until">When it ended.</param>
public sealed record ReclamaTooLate(DateTimeOffset Until) : Refusal("reclama.too-late", $"The decision could be questioned until {Until:yyyy-MM-dd HH:mm zzz}; it is final.");

/// <summary>What the SIG or the President decided is final.</summary>
public sealed record ReclamaOfSig() : Refusal("reclama.of-sig", "The SIG has decided, or the President; that is final and goes before the SIG no more.");

/// <summary>Who agreed does not question the decision.</summary>
/// <param name="Agency">Who.</param>
public sealed record ReclamaNotYours(AgencyId Agency)
    : Refusal("reclama.not-yours", $"{Agency} concurred: a reclama is for an agency that did not, for the proponent against a return or disapproval, or for a SIG member.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>The President's decision is named by its paper.</summary>
public sealed record PresidentialReferenceMissing() : FormRefusal("referral.reference-missing", "Name the paper that records the President's decision.");

/// <summary>The day of the President's decision lies between the referral and today.</summary>
/// <param name="From">The day of the referral.</param>
/// <param name="To">Today.</param>
public sealed record PresidentialDayImpossible(DateOnly From, DateOnly To)
    : FormRefusal("referral.day-impossible", $"The President decided on a day from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}; correct it.");

/// <summary>Conditions go with an approval.</summary>
public sealed record ConditionsOfDisapproval() : FormRefusal("referral.conditions-unexpected", "Conditions go with an approval; put the reasons of a disapproval into the remarks.");

/// <summary>The matter is not with the President.</summary>
/// <param name="State">Where it stands.</param>
public sealed record NotReferred(string State) : Refusal("referral.none", $"The matter is not with the President; it is {State}.");
