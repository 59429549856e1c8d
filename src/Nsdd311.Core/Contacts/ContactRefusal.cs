namespace Nsdd311.Contacts;

/// <summary>The contact was entered before.</summary>
public sealed record ContactExists() : Refusal("contact.exists", "This contact is kept already; enter another under a key of its own.");

/// <summary>No such kind.</summary>
/// <param name="Field">Where.</param>
/// <param name="Kinds">The kinds that there are.</param>
public sealed record ContactKindUnknown(string Field, ValueList<string> Kinds)
    : Refusal("contact.kind-unknown", $"Name one of {string.Join(", ", Kinds)}; what counts is entered in a pair's ledger.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>The charter has no such pair.</summary>
/// <param name="Field">Where.</param>
public sealed record ContactPairUnknown(string Field) : Refusal("contact.pair-unknown", "Name a pair of the charter, or none.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>The days are not past, or not in their order.</summary>
/// <param name="Field">Where.</param>
/// <param name="Latest">The last day that can be entered today.</param>
public sealed record ContactDays(string Field, DateOnly Latest)
    : Refusal("contact.days", $"Give a first day and a last day that is not before it and not after {Latest:yyyy-MM-dd}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}

/// <summary>It needs a title.</summary>
/// <param name="Field">Where.</param>
public sealed record ContactTitle(string Field) : Refusal("contact.title", "Say in 1 to 300 characters what it was.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Form;
}
