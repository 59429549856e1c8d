using Nsdd311.Access;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>What one reader sees of one ledger: entries of matters that the reader may know of, and of each the texts of its own distribution.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Unknown">Matters that the reader may not know of.</param>
/// <param name="Undistributed">Matters that are not distributed to the reader, whether the reader may know of them, as an auditor may, or not.</param>
public sealed record LedgerSight(Reader Reader, IReadOnlySet<ProposalId> Unknown, IReadOnlySet<ProposalId> Undistributed)
{
    /// <summary>Whether the reader may know of the contact. What came from a file or by hand is everybody's at the table.</summary>
    public bool MayKnow(LedgerContact contact) => Ledgers.MatterOf(contact) is not { } matter || !Unknown.Contains(matter);

    /// <summary>The reader's sight on the contact's texts.</summary>
    public Sight On(LedgerContact contact) =>
        Ledgers.MatterOf(contact) is { } matter ? new(Reader, !Undistributed.Contains(matter)) : Sight.OfThePast(Reader);
}
