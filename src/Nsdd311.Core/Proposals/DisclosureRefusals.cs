using Nsdd311.Charters;

namespace Nsdd311.Proposals;

/// <summary>The category lists no sites.</summary>
/// <param name="Category">Which.</param>
public sealed record DisclosureNotListed(CategoryCode Category)
    : FormRefusal("disclosure.not-listed", $"{Category} lists no sites and items; leave them out. GET /charter says which categories do.");

/// <summary>More than one list holds.</summary>
/// <param name="Most">Items.</param>
public sealed record DisclosureTooMany(int Most) : FormRefusal("disclosure.too-many", $"A list has at most {Most} items.");

/// <summary>An item stands in the list once.</summary>
/// <param name="Path">Of the second.</param>
public sealed record DisclosureDoubled(string Path) : FormRefusal("disclosure.item-doubled", $"{Path} names an item of a site that stands in the list already; keep one.");

/// <summary>Nothing differs.</summary>
public sealed record DisclosureUnchanged() : FormRefusal("disclosure.nothing-changed", "The list says this already; nothing is to be recorded.");

/// <summary>What is shown is what is declared to the ledger.</summary>
/// <param name="Listed">Sites at which something is shown.</param>
/// <param name="Declared">Sites that the units declare, in halves.</param>
public sealed record DisclosureMoreSites(int Listed, int Declared)
    : FormRefusal("disclosure.more-sites-than-declared", $"Something is shown at {Listed} sites, and the units declare {Declared / 2m:0.#}; declare the sites, which the ledger counts, or withhold.");

/// <summary>The charter names who concurs in what is shown.</summary>
/// <param name="Agencies">Who.</param>
public sealed record DisclosureNotYours(ValueList<AgencyId> Agencies)
    : Refusal("disclosure.not-yours", $"{(Agencies.Count == 0 ? "Nobody concurs" : $"Only {string.Join(" and ", Agencies)} concur")} in the items of this category.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Seat;
}

/// <summary>There is no such item for this reader.</summary>
/// <param name="Item">Its number.</param>
public sealed record DisclosureItemUnknown(int Item) : Refusal("disclosure.item-unknown", $"The list has no item {Item}.")
{
    /// <inheritdoc />
    public override RefusalKind Kind => RefusalKind.Absent;
}

/// <summary>Only what we show needs concurrence.</summary>
public sealed record DisclosureNotOurs()
    : Refusal("disclosure.not-inbound", "Only what is shown to an inbound visit is concurred in; what the other side shows is its own to decide.");

/// <summary>Nothing is cleared at the final stage until each agency that must has concurred in each item.</summary>
/// <param name="Wanting">Whose concurrence is wanting, in which items.</param>
public sealed record DisclosureNotConcurred(ValueList<DisclosureWanting> Wanting) : Refusal("disclosure.not-concurred", Sentence(Wanting))
{
    private static string Sentence(ValueList<DisclosureWanting> wanting)
    {
        var each = wanting.Select(one => $"{one.Agency} {(one.Objects ? "does not concur" : "has not concurred")} in item {one.Item}");
        return $"{string.Join("; ", each)}. Silence is not concurrence; an objection is cured by withholding or changing the item.";
    }
}
