using Nsdd311.Charters;

namespace Nsdd311.Proposals;

/// <summary>Only policy guidance lays terms of guidance down.</summary>
public sealed record GuidanceMisplaced() : FormRefusal("guidance.misplaced", "Only policy guidance names an effective day and the categories that it governs; leave guidance out.");

/// <summary>A category that guidance cannot govern: the charter has none such, it is guidance itself, or it is named twice.</summary>
public sealed record GuidanceCategory(CategoryCode Category)
    : FormRefusal("guidance.category", $"{Category} is no category that guidance can govern, or is named twice; GET /charter lists them.");

/// <summary>Guidance says from when it is in force and what it governs.</summary>
public sealed record GuidanceTermsMissing() : FormRefusal("guidance.terms-missing", "Name the effective day and at least one category that the guidance governs.");

/// <summary>A submission says how it conforms to each guidance in force that governs its category.</summary>
/// <param name="Guidance">The guidance that is not answered to.</param>
public sealed record GuidanceUnanswered(ValueList<LogNumber> Guidance)
    : Refusal("guidance.unanswered", $"Say in conformity how the matter conforms to guidance {string.Join(", ", Guidance)}; GET /guidance shows it.");

/// <summary>What is cited is in force and governs the category.</summary>
/// <param name="Guidance">What is cited and is not.</param>
public sealed record GuidanceNotInForce(ValueList<LogNumber> Guidance)
    : Refusal("guidance.not-in-force", $"{string.Join(", ", Guidance)} is not guidance in force for this category; GET /guidance lists what is.");

/// <summary>New guidance takes the place of guidance in force only.</summary>
public sealed record GuidanceReplacesUnknown(LogNumber Guidance)
    : Refusal("guidance.replaces-unknown", $"{Guidance} is not guidance in force; name what the new guidance replaces, or nothing.");

/// <summary>Cleared guidance ends by a successor, never by the word of one agency.</summary>
public sealed record GuidanceStands() : Refusal("guidance.stands", "Cleared guidance ends by a successor that is vetted as it was; submit one that replaces it.");
