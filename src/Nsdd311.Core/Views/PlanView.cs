using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>What a plan would come to, for people. All amounts are in units; halves are .5.</summary>
/// <param name="FirstBreach">The number of the contact whose hold would be the first not to pass; null if all pass.</param>
/// <param name="Contacts">What would become of each contact, in the plan's order.</param>
/// <param name="Balances">The balance after each contact that passes, by day.</param>
/// <param name="Restoring">What would bring each account back to zero at the end.</param>
public sealed record PlanView(
    int? FirstBreach, ValueList<PlannedContactView> Contacts, ValueList<PlannedBalanceView> Balances, ValueList<AdditionView> Restoring)
{
    /// <summary>The outcome of a trial.</summary>
    public static PlanView Of(PlanOutcome outcome) => new(
        outcome.FirstBreach, outcome.Contacts.Select(Contact).ToValueList(),
        outcome.Balances.Select(balance => new PlannedBalanceView(
            balance.Number, balance.Pair, balance.Category, balance.Day,
            balance.Dimensions.Select(tally => new BalanceOnDay(tally.Dimension, Whole(tally.Given), Whole(tally.Received), tally.Balance is { } halves ? Whole(halves) : null)).ToValueList())).ToValueList(),
        outcome.Restoring.Select(Addition).ToValueList());

    private static PlannedContactView Contact(PlannedOutcome outcome) => new(
        outcome.Number, outcome.Breach is null, outcome.HoldBy, outcome.Breach?.Code, outcome.Breach?.Because,
        outcome.Sum.Select(BoundLineView.Of).ToValueList(), outcome.Remedy is { } remedy ? Remedy(remedy) : null, outcome.Stages);

    private static RemedyView Remedy(PlanRemedy remedy) => new(
        remedy.Instead.Count == 0 ? null : string.Join(", ", remedy.Instead.Select(one => $"{Whole(one.To):0.#} {one.Dimension} instead of {Whole(one.From):0.#}")),
        remedy.Instead.Select(one => new FewerView(one.Dimension, Whole(one.From), Whole(one.To))).ToValueList(),
        remedy.Add is { } add ? Addition(add) : null, remedy.Year);

    private static AdditionView Addition(PlannedAddition add) => new(
        add.Pair, add.Category, add.Direction, add.Contacts, add.Before, add.Units.Select(unit => new FigureView(unit.Dimension, Whole(unit.Halves))).ToValueList());

    private static decimal Whole(int halves) => halves / 2m;
}

/// <summary>What would become of one contact.</summary>
/// <param name="Number">In the plan, from 1.</param>
/// <param name="Passes">Whether its hold would pass.</param>
/// <param name="HoldBy">The day on which the hold is asked for at the latest.</param>
/// <param name="Code">Why not; null if it passes.</param>
/// <param name="Because">The same in a sentence with the sum.</param>
/// <param name="Sum">The arithmetic, in every dimension.</param>
/// <param name="Remedy">The smallest changes that would help, each alone enough; null if none is needed or none would help.</param>
/// <param name="Stages">The latest days of its papers.</param>
public sealed record PlannedContactView(
    int Number, bool Passes, DateOnly HoldBy, string? Code, string? Because, ValueList<BoundLineView> Sum, RemedyView? Remedy, ValueList<PlannedStage> Stages);

/// <summary>The smallest changes that would let a contact pass.</summary>
/// <param name="InWords"><c>2 hulls instead of 3</c>; null if fewer units would not do.</param>
/// <param name="Fewer">The same in figures.</param>
/// <param name="Add">Contacts the other way, over before the hold is asked for; null if they would not help.</param>
/// <param name="Year">The next calendar year with room; null unless the cap stands in the way.</param>
public sealed record RemedyView(string? InWords, ValueList<FewerView> Fewer, AdditionView? Add, int? Year);

/// <summary>Fewer units of a dimension.</summary>
public sealed record FewerView(Dimension Dimension, decimal From, decimal To);

/// <summary>Contacts that would be needed in addition.</summary>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Category">Which account.</param>
/// <param name="Direction">Who would host.</param>
/// <param name="Contacts">How many, at least.</param>
/// <param name="Before">They would have to be over before this day; null where no day is needed.</param>
/// <param name="Units">Together at least, beside the events.</param>
public sealed record AdditionView(PairId Pair, CategoryCode Category, Direction Direction, int Contacts, DateOnly? Before, ValueList<FigureView> Units);

/// <summary>The balance of an account after a planned contact.</summary>
/// <param name="Number">The contact, in the plan.</param>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Category">Which account.</param>
/// <param name="Day">The contact's last day.</param>
/// <param name="Dimensions">Events first.</param>
public sealed record PlannedBalanceView(int Number, PairId Pair, CategoryCode Category, DateOnly Day, ValueList<BalanceOnDay> Dimensions);

/// <summary>A balance in one dimension; null if unknown.</summary>
public sealed record BalanceOnDay(Dimension Dimension, decimal Given, decimal Received, decimal? Balance);
