using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;

namespace Nsdd311.Views;

/// <summary>What one append leaves in the read model: a pure function of one entity's state and of the facts just recorded.</summary>
/// <param name="Matter">The entity's row in the docket, replaced as a whole; null where it stays as it is, and for entities that are no matter.</param>
/// <param name="Alerts">Alerts that these facts raise, in their order; added, never changed.</param>
/// <param name="Contacts">Contacts kept and not counted that these facts record; added, never changed.</param>
public sealed record ReadRows(MatterRow? Matter, ValueList<AlertRow> Alerts, ValueList<ContactRow> Contacts)
{
    /// <summary>Nothing to show in any list.</summary>
    public static ReadRows None { get; } = new(null, [], []);
}

/// <summary>A matter as the docket lists and filters it. Unclassified throughout.</summary>
/// <param name="Id">The matter.</param>
/// <param name="Status">The state's name: <c>in-vetting</c>.</param>
/// <param name="Stage">The stage it stands in; null before submission.</param>
/// <param name="Body">Whose turn it is; null if nobody's.</param>
/// <param name="Category">Its category.</param>
/// <param name="Kind">The category's kind.</param>
/// <param name="Pair">The counterpart pair; null where the category has none.</param>
/// <param name="Agency">The proponent's.</param>
/// <param name="Goals">The goals claimed.</param>
/// <param name="Number">The log number; null until assigned.</param>
/// <param name="ShortTitle">The unclassified short title; null if the proponent gave none.</param>
/// <param name="SubmittedAt">When first submitted; null for a draft.</param>
/// <param name="DueAt">The suspense that runs; null if none does.</param>
/// <param name="ReportDue">When the report on the contact is due; null unless executed and not yet reported.</param>
/// <param name="Audiences">Who may know of it: seats (<c>ig-member/STATE</c>), persons (<c>person:sub</c>), agencies (<c>agency:DOD</c>).</param>
public sealed record MatterRow(
    ProposalId Id, string Status, Stage? Stage, BodyKind? Body, CategoryCode Category, MatterKind Kind, PairId? Pair, AgencyId Agency,
    ValueList<int> Goals, LogNumber? Number, string? ShortTitle, DateTimeOffset? SubmittedAt, DateTimeOffset? DueAt, DateTimeOffset? ReportDue,
    ValueList<string> Audiences)
{
    /// <summary>The status of a matter of which every stage is cleared.</summary>
    public const string Cleared = "cleared";

    /// <summary>By what else it is found: each a <see cref="FilingKey"/>.</summary>
    public ValueList<string> Filed { get; init; } = [];

    /// <summary>The line of a plan of contacts that it carries out; null for none, and before it was submitted.</summary>
    public LineCitation? Cites { get; init; }
}

/// <summary>An alert. It names seats, and carries the log number and the unclassified short title only.</summary>
/// <param name="Kind">A stable name: <c>suspense.approaching</c>.</param>
/// <param name="Seats">Whom it is for.</param>
/// <param name="Subject">The log number, the pair or the seat that it is about.</param>
/// <param name="ShortTitle">The matter's unclassified short title, if it has one.</param>
/// <param name="DueAt">The deadline that it is about; null if it is about none.</param>
/// <param name="At">When it was raised.</param>
public sealed record AlertRow(string Kind, ValueList<Seat> Seats, string Subject, string? ShortTitle, DateTimeOffset? DueAt, DateTimeOffset At);

/// <summary>A contact that is kept and never counted, as the lists hold it; people read it as a <see cref="ContactView"/>.</summary>
/// <param name="Reference">The row of the file or the id of the entry.</param>
/// <param name="Kind">incident, courtesy-call, legislative, unofficial or summit.</param>
/// <param name="Pair">The pair it concerns; null if none.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Title">What it was.</param>
/// <param name="Doubt">What is doubtful about it; null if nothing is.</param>
public sealed record ContactRow(string Reference, string Kind, PairId? Pair, DateOnly From, DateOnly To, MarkedText Title, MarkedText? Doubt);
