using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>What was given and received in one dimension of an account, in halves.</summary>
/// <remarks>
/// An unknown figure is unknown, not zero. A settled couple of which one side lacks the figure stays out altogether, or the other side's figure
/// would look like a debt; a contact that is still to be returned and lacks it makes the balance unknown.
/// </remarks>
/// <param name="Dimension">What is counted.</param>
/// <param name="Given">Inbound.</param>
/// <param name="Received">Outbound.</param>
/// <param name="Missing">Settled couples that stay out, by the entry that opened them.</param>
/// <param name="Unknown">Contacts still to be returned whose figure is unknown.</param>
public sealed record Tally(Dimension Dimension, int Given, int Received, ValueList<EntryId> Missing, ValueList<EntryId> Unknown)
{
    private const long Most = 500_000_000;

    /// <summary>Given less received; null if unknown.</summary>
    public int? Balance => Unknown.Count > 0 ? null : Given - Received;

    /// <summary>The tally of this dimension over the contacts of one account and the debts that follow from them.</summary>
    internal static Tally Of(Dimension dimension, ValueList<LedgerContact> contacts, DebtBook debts)
    {
        // Figures are mostly complete: then nothing stays out, and no set is needed to say so.
        var lacking = contacts.Keep(static (contact, dimension) => contact.IsCounted && contact.Units.Halves(dimension) is null, dimension);
        return lacking.Count == 0
            ? Of(dimension, contacts, null, [], [])
            : Of(dimension, contacts, debts, lacking.Select(contact => contact.Entry).ToHashSet());
    }

    private static Tally Of(Dimension dimension, ValueList<LedgerContact> contacts, DebtBook debts, HashSet<EntryId> lacking)
    {
        var missing = debts.Settled.Keep(couple => lacking.Contains(couple.Entry) || lacking.Contains(couple.By));
        var unknown = debts.Open.Keep(debt => lacking.Contains(debt.Entry));
        var outside = missing.SelectMany(couple => new[] { couple.Entry, couple.By }).ToHashSet();
        return Of(dimension, contacts, outside, missing.Map(static couple => couple.Entry), unknown.Map(static debt => debt.Entry));
    }

    private static Tally Of(Dimension dimension, ValueList<LedgerContact> contacts, HashSet<EntryId>? outside, ValueList<EntryId> missing, ValueList<EntryId> unknown)
    {
        long given = 0, received = 0;
        foreach (var contact in contacts)
        {
            if (contact.Units.Halves(dimension) is not { } halves || outside?.Contains(contact.Entry) is true) continue;

            given += contact.Counts switch { CountsAs.Given => halves, CountsAs.HalfEach => halves / 2, _ => 0 };
            received += contact.Counts switch { CountsAs.Received => halves, CountsAs.HalfEach => halves / 2, _ => 0 };
        }

        // Sums that no ledger reaches are cut, so that what was recorded can always be added up.
        return new(dimension, (int)Math.Min(given, Most), (int)Math.Min(received, Most), missing, unknown);
    }
}
