using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>A contact that somebody intends, as a plan lists it.</summary>
/// <param name="Number">In the plan, from 1.</param>
/// <param name="Pair">The counterpart offices.</param>
/// <param name="Category">A category that is counted and open to the pair.</param>
/// <param name="Direction">Who hosts.</param>
/// <param name="FirstDay">Its first day; today or later.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Units">Its figures; a dimension that is left open is held at the most of one contact.</param>
public sealed record PlannedContact(
    int Number, PairId Pair, CategoryCode Category, Direction Direction, DateOnly FirstDay, DateOnly LastDay, Units Units)
{
    /// <summary>The hold that it would ask for.</summary>
    internal HoldRequest Request => new(new($"plan-{Number}"), Category, Direction, Units.AsOneEvent(), FirstDay, LastDay, null);
}

/// <summary>Something wrong in a plan, with its place: <c>contacts[2].direction</c> or <c>row 3, direction</c>.</summary>
public sealed record PlanFault(string Code, string Path, string Because);

/// <summary>Judges the contacts of a plan one by one; all that is wrong is told at once.</summary>
public static class PlanChecks
{
    /// <summary>The most contacts of one plan.</summary>
    public const int Most = 2_000;

    /// <summary>What is wrong with the contact.</summary>
    /// <param name="contact">The contact.</param>
    /// <param name="charter">The charter in force.</param>
    /// <param name="today">The first day that can still be planned.</param>
    /// <param name="place">The place of a member of it, by the member's name.</param>
    public static IEnumerable<PlanFault> Faults(PlannedContact contact, Charter charter, DateOnly today, Func<string, string> place)
    {
        if (charter.Find(contact.Pair) is null) yield return new("plan.pair", place("pair"), "The charter has no such pair; take one from /pairs.");
        else if (!Bound.IsOpen(contact.Pair, contact.Category, charter) || charter.Find(contact.Category)?.Reciprocity is null)
            yield return new("plan.category", place("category"), $"This category is not open for {contact.Pair}, or is not counted; take one that is.");

        if (contact.LastDay < contact.FirstDay) yield return new("plan.days", place("to"), "The last day is before the first.");
        if (contact.FirstDay < today) yield return new("plan.days", place("from"), $"Plan from {today:yyyy-MM-dd} on; what was before is in the ledger.");
        if (contact.LastDay.Year > today.Year + 100) yield return new("plan.days", place("to"), "Plan for a hundred years at most.");
        if (!contact.Units.ArePlausible || contact.Units.Halves(Dimension.Events) is not (null or 2))
            yield return new("plan.units", place("units"), "Give each figure from 0 to 10,000 units, and events as 1: a row is one contact.");
    }

    /// <summary>What is wrong with the number of contacts; null if nothing is.</summary>
    public static PlanFault? FaultOfLength(int count, string place) => count switch
    {
        0 => new("plan.empty", place, "Name at least one contact."),
        > Most => new("plan.too-long", place, $"Try at most {Most} contacts at once."),
        _ => null,
    };
}
