using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Settlement;

/// <summary>A matter whose hold waited in line is owed the news that it was granted.</summary>
/// <param name="Id">Of the obligation: <c>tell-1</c>.</param>
/// <param name="Matter">Whose hold it is.</param>
/// <param name="Entry">The matter's entry.</param>
/// <param name="Sum">The sum that let it pass.</param>
public sealed record TellHold(string Id, ProposalId Matter, EntryId Entry, ValueList<BoundLine> Sum) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Matter);

    /// <inheritdoc />
    public override object Payment => new ProposalCommand.RecordHoldGranted(Entry, Sum);

    /// <inheritdoc />
    public override object Answered(Answer answer) => new PairCommand.RecordTold(Id, (answer as Answer.Refused)?.Code);
}
