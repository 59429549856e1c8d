using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Reciprocity;

/// <summary>An entry of a ledger: made of the matter or of the file and row that it stands for, so that posting it twice posts it once.</summary>
/// <param name="Value">A matter's UUID, or <c>file-id/row-id</c>.</param>
public readonly record struct EntryId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>What a hold is asked for.</summary>
/// <param name="Entry">The entry it becomes.</param>
/// <param name="Category">Of the pair's open categories.</param>
/// <param name="Direction">Who hosts.</param>
/// <param name="Units">Declared by the proponent, in every dimension of the category's rule.</param>
/// <param name="FirstDay">Of the contact as planned.</param>
/// <param name="LastDay">Of the contact as planned; its calendar year is the one that the cap counts in.</param>
/// <param name="Answers">The entry whose debt it is to settle; null for the oldest.</param>
public sealed record HoldRequest(
    EntryId Entry, CategoryCode Category, Direction Direction, Units Units, DateOnly FirstDay, DateOnly LastDay, EntryId? Answers);

/// <summary>A contact as it took place, for the ledger.</summary>
/// <param name="FirstDay">The first day it really had.</param>
/// <param name="LastDay">The last day it really had; it counts from then.</param>
/// <param name="Units">As they were; a dimension that is missing is unknown.</param>
/// <param name="Standing">Whether it counts, or why not.</param>
/// <param name="Shortfall">Why less took place than was promised, with the facts; null if nothing was short.</param>
public sealed record ContactAsHeld(DateOnly FirstDay, DateOnly LastDay, Units Units, Standing Standing, MarkedText? Shortfall);

/// <summary>Whether an entry counts in the balance.</summary>
public abstract record Standing
{
    private Standing() { }

    /// <summary>Counts in full, for the side that received it.</summary>
    public sealed record Counted : Standing;

    /// <summary>Counts for nothing, on a ground that the category names.</summary>
    /// <param name="Ground">A code of the category's rule: <c>summit-margins</c>.</param>
    public sealed record OffQuota(string Ground) : Standing;

    /// <summary>On third ground: as the category's rule says.</summary>
    public sealed record ThirdCountry : Standing;

    /// <summary>Curtailed without the visitor's fault, and the visitor chose that it shall not count.</summary>
    /// <param name="Cause">The cause as recorded.</param>
    public sealed record VisitorsChoice(string Cause) : Standing;
}
