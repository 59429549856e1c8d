using Nsdd311.Charters;

namespace Nsdd311.Proposals;

/// <summary>The charter has no such category.</summary>
public sealed record CategoryUnknown(CategoryCode Category) : FormRefusal("proposal.category-unknown", $"The charter has no category {Category}; GET /charter lists them.");

/// <summary>Every title, paragraph and rationale carries a portion mark.</summary>
/// <param name="Paths">Where one is missing.</param>
public sealed record MarkMissing(ValueList<string> Paths) : FormRefusal("proposal.mark-missing", $"Give a portion mark to: {string.Join(", ", Paths)}.");

/// <summary>A text is empty.</summary>
public sealed record TextMissing(ValueList<string> Paths) : FormRefusal("proposal.text-missing", $"Write a text for: {string.Join(", ", Paths)}.");

/// <summary>"The following goals will be used to focus US government efforts": at least one is claimed.</summary>
public sealed record GoalMissing() : FormRefusal("proposal.goal-missing", "Claim at least one goal, with its rationale.");

/// <summary>The charter has no such goal, or it is claimed twice.</summary>
public sealed record GoalUnknown(int Goal) : FormRefusal("proposal.goal-unknown", $"Goal {Goal} is not one of the charter's, or is claimed twice.");

/// <summary>A category that is counted needs a pair.</summary>
public sealed record PairMissing() : FormRefusal("proposal.pair-missing", "Name the counterpart pair.");

/// <summary>The charter has no such pair.</summary>
public sealed record PairUnknown(PairId Pair) : FormRefusal("proposal.pair-unknown", $"The charter has no pair {Pair}; GET /pairs lists them.");

/// <summary>The category is not open to the pair.</summary>
public sealed record PairNotOpen(PairId Pair, CategoryCode Category) : FormRefusal("proposal.pair-not-open", $"{Category} is not open to {Pair}.");

/// <summary>A category that is counted needs a direction.</summary>
public sealed record DirectionMissing() : FormRefusal("proposal.direction-missing", "Say who hosts: inbound, outbound or third-country.");

/// <summary>First and last day are needed.</summary>
public sealed record WindowMissing() : FormRefusal("proposal.window-missing", "Name the first and the last day of the contact, the release or the signature.");

/// <summary>First and last day are the wrong way round.</summary>
public sealed record WindowReversed() : FormRefusal("proposal.window-reversed", "The last day is before the first; correct the window.");

/// <summary>The window lies where no calendar reaches.</summary>
public sealed record WindowImpossible(int FirstYear, int LastYear) : FormRefusal("proposal.window-impossible", $"Name days from {FirstYear} to {LastYear}.");

/// <summary>The last day is over.</summary>
public sealed record WindowPast() : FormRefusal("proposal.window-past", "The last day of the window is over; name days ahead.");

/// <summary>Units are declared in every dimension that the category counts.</summary>
/// <param name="Dimensions">Those that are missing.</param>
public sealed record UnitsMissing(ValueList<Dimension> Dimensions) : FormRefusal("proposal.units-missing", $"Declare units for: {string.Join(", ", Dimensions)}.");

/// <summary>Units are counted from zero; an event is one.</summary>
public sealed record UnitsInvalid(Dimension Dimension) : FormRefusal("proposal.units-invalid", $"The units for {Dimension} are not possible: one event, nothing below zero and nothing above 10,000.");

/// <summary>"By means other than negotiations": the proponent states that it is none.</summary>
public sealed record NegotiationStated() : FormRefusal("proposal.negotiation-stated", "A negotiation is not a matter here; formal negotiations have their own channel.");

/// <summary>An agreement names the authority that it seeks.</summary>
public sealed record AuthorityMissing()
    : FormRefusal("agreement.authority-missing", "Name the authority sought: negotiate, conclude, amend, extend or terminate.");

/// <summary>What a matter is does not change once it is submitted.</summary>
/// <param name="Fields">The fields that differ.</param>
public sealed record IdentityFixed(ValueList<string> Fields)
    : FormRefusal("proposal.identity-fixed", $"{string.Join(", ", Fields)} cannot change once the matter is submitted; withdraw it and submit another.");

/// <summary>The contact is earlier than the lead time allows.</summary>
/// <param name="FirstDay">The first day allowed.</param>
public sealed record TooSoon(DateOnly FirstDay)
    : Refusal("proposal.too-soon", $"The first day that the lead time allows is {FirstDay:yyyy-MM-dd}; move the window or ask for the chair's leave.");

/// <summary>An overdue report stops new visits and exchange activities of that agency with that pair.</summary>
/// <param name="Reports">The matters whose reports are overdue.</param>
public sealed record ReportIsOverdue(ValueList<LogNumber> Reports)
    : Refusal("proposal.report-overdue", $"Report first on {string.Join(", ", Reports)}, or ask for the chair's leave.");
