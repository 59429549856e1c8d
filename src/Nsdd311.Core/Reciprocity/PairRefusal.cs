namespace Nsdd311.Reciprocity;

/// <summary>The matter gave its hold, or its place in line, up; a ledger entry only moves forward.</summary>
/// <param name="Entry">Which.</param>
public sealed record HoldWasReleased(EntryId Entry)
    : Refusal("ledger.released", "This hold was given up and cannot come back; submit a new matter.");

/// <summary>The contact took place and stands in the ledger.</summary>
/// <param name="Entry">Which.</param>
public sealed record EntryCommitted(EntryId Entry)
    : Refusal("ledger.committed", "This contact stands in the ledger as a fact; have the executive secretary correct the entry if it is wrong.");

/// <summary>A hold is a matter's; its entry bears the matter's UUID.</summary>
/// <param name="Entry">What was asked for.</param>
public sealed record NotAMattersEntry(EntryId Entry)
    : Refusal("ledger.not-a-matter", "Only a matter may hold units; ask with its UUID.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Malformed;
}

/// <summary>The pair has no account in this category.</summary>
/// <param name="Category">The category.</param>
public sealed record CategoryNotOpen(string Category)
    : Refusal("ledger.not-open", $"The category {Category} is not open for this pair; name one that is.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>There is no such contact in the ledger.</summary>
/// <param name="Entry">What was named.</param>
public sealed record EntryUnknown(EntryId Entry)
    : Refusal("ledger.entry-unknown", "The ledger of this pair has no contact under this entry; take the entry from the list of its entries.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>Figures that no contact can have.</summary>
/// <param name="Field">Where.</param>
public sealed record FigureImplausible(string Field)
    : Refusal("ledger.figure", "Give each figure from 0 to 10,000 units, and events as 1: an entry is one contact.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>The days of a past contact are not past, or not in their order.</summary>
/// <param name="Field">Where.</param>
/// <param name="Latest">The last day that can be entered today.</param>
public sealed record BaselineDays(string Field, DateOnly Latest)
    : Refusal("baseline.days", $"Give a first day and a last day that is not before it and not after {Latest:yyyy-MM-dd}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>A reason or reference is missing.</summary>
/// <param name="Field">Where.</param>
public sealed record ReasonMissing(string Field) : Refusal("ledger.reason-missing", "Say why, or where it was agreed; the ledger keeps it with the change.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>A return-by day that is before the contact's last day, or beyond any calendar.</summary>
/// <param name="Field">Where.</param>
/// <param name="Earliest">The contact's last day.</param>
public sealed record ReturnDateImpossible(string Field, DateOnly Earliest)
    : Refusal("return-date.impossible", $"Give a day from {Earliest:yyyy-MM-dd} on and before the year 9990.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}
