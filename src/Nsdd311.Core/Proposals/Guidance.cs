using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Proposals;

/// <summary>What a paper of policy guidance lays down, besides its words.</summary>
/// <param name="EffectiveOn">The first day on which it is in force; cleared later, it is in force from its clearance.</param>
/// <param name="Governs">The categories whose submissions answer to it.</param>
/// <param name="Replaces">The log number of the guidance that it takes the place of; null for none.</param>
public sealed record GuidanceTerms(DateOnly EffectiveOn, ValueList<CategoryCode> Governs, LogNumber? Replaces);

/// <summary>How a matter conforms to guidance in force.</summary>
/// <param name="Guidance">The guidance, by its log number.</param>
/// <param name="How">In the proponent's words.</param>
public sealed record Conformance(LogNumber Guidance, MarkedText How);

/// <summary>Guidance in force at the moment of a submission, as the docket shows it.</summary>
/// <param name="Number">Its log number.</param>
/// <param name="Governs">The categories whose submissions answer to it.</param>
public sealed record GuidanceInForce(LogNumber Number, ValueList<CategoryCode> Governs);
