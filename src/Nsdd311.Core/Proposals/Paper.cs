using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Proposals;

/// <summary>What a proponent hands in: the text of one version of a matter, and what it says of itself.</summary>
/// <param name="Category">A category of the charter.</param>
/// <param name="Direction">Who hosts; null where the category is not reciprocal.</param>
/// <param name="Pair">The counterpart pair; null where the category has none.</param>
/// <param name="ShortTitle">Plain and unclassified, for lists and alerts; null leaves the log number alone.</param>
/// <param name="Title">Portion-marked.</param>
/// <param name="Paragraphs">Portion-marked, in their order.</param>
/// <param name="Goals">The goals that it claims to serve, each with its rationale.</param>
/// <param name="Window">First and last day of the contact, the release or the signature; null for guidance.</param>
/// <param name="Units">As declared, never derived from the window: a travel day counts.</param>
/// <param name="Subjects">Subjects touched, by short names; portion-marked.</param>
/// <param name="IsNegotiation">The proponent's statement; contacts lend support "by means other than negotiations".</param>
/// <param name="Answers">The ledger entry whose debt the contact is to settle; null for the oldest.</param>
/// <param name="Authority">The authority that an agreement seeks; null for everything else.</param>
/// <param name="Embargo">The instant before which a statement is not released; null for none.</param>
public sealed record Paper(
    CategoryCode Category, Direction? Direction, PairId? Pair, string? ShortTitle, MarkedText Title, ValueList<MarkedText> Paragraphs,
    ValueList<GoalClaim> Goals, Window? Window, Units Units, ValueList<MarkedText> Subjects, bool IsNegotiation, EntryId? Answers,
    Authority? Authority, DateTimeOffset? Embargo)
{
    /// <summary>What policy guidance lays down; null for everything else.</summary>
    public GuidanceTerms? Guidance { get; init; }

    /// <summary>How the matter conforms to each guidance in force that governs its category.</summary>
    public ValueList<Conformance> Conformity { get; init; } = [];

    /// <summary>The contacts that a plan of contacts agrees on; empty for everything else.</summary>
    public ValueList<AgreedLine> AgreedLines { get; init; } = [];

    /// <summary>The line of a plan of contacts that the matter carries out; null for none.</summary>
    public LineCitation? Cites { get; init; }

    /// <summary>Where the matter is filed outside this log.</summary>
    public ValueList<ExternalReference> References { get; init; } = [];
}

/// <summary>A goal that an activity claims to serve.</summary>
public sealed record GoalClaim(int Goal, MarkedText Rationale);

/// <summary>First and last day, both included.</summary>
public readonly record struct Window(DateOnly From, DateOnly To);

/// <summary>What an agreement asks to be allowed.</summary>
public enum Authority
{
    /// <summary>To negotiate.</summary>
    Negotiate,

    /// <summary>To sign.</summary>
    Conclude,

    /// <summary>To amend one in force.</summary>
    Amend,

    /// <summary>To extend one in force.</summary>
    Extend,

    /// <summary>To end one in force.</summary>
    Terminate,
}
