using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Imports;

/// <summary>What the entries of one file open and settle among themselves, by the ledger's own rules.</summary>
internal sealed class Foresight
{
    private readonly Dictionary<(PairId, CategoryCode), List<LedgerContact>> accounts = [];
    private readonly Dictionary<EntryId, LedgerContact> contacts = [];
    private readonly Dictionary<EntryId, Couple> settledBy = [];
    private readonly Dictionary<EntryId, ClaimFault> faults = [];

    public void Add(PairId pair, LedgerContact contact)
    {
        if (!accounts.TryGetValue((pair, contact.Category), out var account)) accounts[(pair, contact.Category)] = account = [];

        account.Add(contact);
        contacts[contact.Entry] = contact;
    }

    public void Look()
    {
        foreach (var account in accounts.Values)
        {
            account.Sort(LedgerContact.ByDay);
            var debts = DebtBook.Of(account);
            foreach (var couple in debts.Settled) settledBy[couple.By] = couple;
            foreach (var claim in debts.Failed) faults[claim.Entry] = claim.Fault;
        }
    }

    public LedgerContact Contact(EntryId entry) => contacts[entry];

    public Couple? SettledBy(EntryId entry) => settledBy.GetValueOrDefault(entry);

    public ClaimFault? FaultOf(EntryId entry) => faults.TryGetValue(entry, out var fault) ? fault : null;
}
