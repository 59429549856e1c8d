using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>An account as it stood on a day, by all that is known now.</summary>
/// <param name="Category">Which.</param>
/// <param name="Day">The day. A contact counts from its last day.</param>
/// <param name="Dimensions">The category's dimensions, events first.</param>
/// <param name="OpenDebts">Oldest first.</param>
/// <param name="Contacts">What had taken place, counted or not, in the order of <see cref="LedgerContact.ByDay"/>.</param>
/// <param name="Settled">What had been returned.</param>
/// <param name="FailedClaims">Claims to answer that cannot hold.</param>
public sealed record AccountOnDay(
    CategoryCode Category, DateOnly Day, ValueList<Tally> Dimensions, ValueList<OpenDebt> OpenDebts, ValueList<LedgerContact> Contacts,
    ValueList<Couple> Settled, ValueList<FailedClaim> FailedClaims)
{
    /// <summary>The tally in events: what was given, what was received.</summary>
    public Tally Events => Dimensions[0];

    /// <summary>The tally in a dimension; null if the category does not count it.</summary>
    public Tally? In(Dimension dimension) => Dimensions.FirstOrDefault(tally => tally.Dimension == dimension);
}

/// <summary>A debt as it stood on a day.</summary>
/// <param name="Debt">What is owed.</param>
/// <param name="OverdueSince">The day after its return-by day, if that had come; null if it was in time.</param>
public sealed record OpenDebt(Debt Debt, DateOnly? OverdueSince);

/// <summary>Reads accounts as of a day.</summary>
public static class Balances
{
    /// <summary>The account of the category as it stood on the day.</summary>
    /// <param name="state">The ledger.</param>
    /// <param name="category">A category with a reciprocity rule.</param>
    /// <param name="day">The day; contacts with a later last day are left out.</param>
    public static AccountOnDay AsOf(PairState state, Category category, DateOnly day)
    {
        var contacts = state.Book(category.Code).Contacts.Keep(contact => contact.Held.LastDay <= day);
        var debts = DebtBook.Of(contacts);
        var dimensions = (category.Reciprocity?.Dimensions ?? []).Select(rule => rule.Dimension).Prepend(Dimension.Events).Distinct();
        return new(
            category.Code, day, dimensions.Select(dimension => Tally.Of(dimension, contacts, debts)).ToValueList(),
            debts.Open.Select(debt => new OpenDebt(debt, day > debt.ReturnBy ? debt.ReturnBy.AddDays(1) : null)).ToValueList(),
            contacts, debts.Settled, debts.Failed);
    }
}
