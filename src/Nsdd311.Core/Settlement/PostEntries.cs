using Nsdd311.Charters;
using Nsdd311.Imports;
using Nsdd311.Reciprocity;

namespace Nsdd311.Settlement;

/// <summary>An accepted import owes a pair its entries.</summary>
/// <param name="Id">Of the obligation: <c>lot-1</c>.</param>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Postings">The entries, at most 500.</param>
public sealed record PostEntries(string Id, PairId Pair, ValueList<LedgerPosting> Postings) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Pair);

    /// <inheritdoc />
    public override object Payment => new PairCommand.PostLot(Pair, Postings);

    /// <inheritdoc />
    public override object Answered(Answer answer) => new ImportCommand.RecordPosted(Id, (answer as Answer.Refused)?.Code);
}
