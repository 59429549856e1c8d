using Nsdd311.Charters;
using Nsdd311.LogBook;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Settlement;

/// <summary>A submitted matter is owed its log number.</summary>
/// <param name="Id">Of the obligation.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Year">Of its submission.</param>
public sealed record NumberMatter(string Id, ProposalId Matter, int Year) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.LogBook(Year);

    /// <inheritdoc />
    public override object Payment => new LogBookCommand.Assign(Matter, Year);

    /// <inheritdoc />
    public override object Answered(Answer answer) => new ProposalCommand.RecordAnswer(Id, answer switch
    {
        Answer.Accepted { Events: [LogBookEvent.Assigned assigned, ..] } => new SettledWith.Number(assigned.Number),
        _ => MatterAnswers.Refused(answer),
    });
}

/// <summary>A cleared matter asks the ledger of its pair for its hold, or for other units for the hold that it has.</summary>
/// <param name="Id">Of the obligation.</param>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Request">What is asked.</param>
/// <param name="Reprices">Whether it has a hold already.</param>
public sealed record AskHold(string Id, PairId Pair, HoldRequest Request, bool Reprices) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Pair);

    /// <inheritdoc />
    public override object Payment => Reprices ? new PairCommand.Reprice(Pair, Request) : new PairCommand.Hold(Pair, Request);

    /// <inheritdoc />
    public override object Answered(Answer answer) => new ProposalCommand.RecordAnswer(Id, Own(answer) switch
    {
        PairEvent.HoldGranted granted => new SettledWith.Granted(granted.Sum),
        PairEvent.HoldBlocked blocked => new SettledWith.Blocked(blocked.Impediment),
        _ => MatterAnswers.Refused(answer),
    });

    /// <summary>The answer to this request; the same append may open the ledger or let others in line go on.</summary>
    private object? Own(Answer answer) => (answer as Answer.Accepted)?.Events.FirstOrDefault(e =>
        (e is PairEvent.HoldGranted granted && granted.Request.Entry == Request.Entry) || (e is PairEvent.HoldBlocked blocked && blocked.Request.Entry == Request.Entry));
}

/// <summary>A matter that will not take place gives its hold, or its place in line, back.</summary>
/// <param name="Id">Of the obligation.</param>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Entry">The matter's entry.</param>
/// <param name="Reason">A word for the ledger: <c>withdrawn</c>, <c>lapsed</c>, <c>disapproved</c>, <c>force-majeure</c>.</param>
public sealed record ReleaseHold(string Id, PairId Pair, EntryId Entry, string Reason) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Pair);

    /// <inheritdoc />
    public override object Payment => new PairCommand.Release(Entry, Reason);

    /// <inheritdoc />
    public override object Answered(Answer answer) => MatterAnswers.Posted(Id, answer);
}

/// <summary>A contact that took place is owed its entry.</summary>
/// <param name="Id">Of the obligation.</param>
/// <param name="Pair">Whose ledger.</param>
/// <param name="Request">The contact as the matter described it.</param>
/// <param name="Held">As it was.</param>
public sealed record CommitContact(string Id, PairId Pair, HoldRequest Request, ContactAsHeld Held) : Obligation(Id)
{
    /// <inheritdoc />
    public override EntityId Creditor => EntityId.Of(Pair);

    /// <inheritdoc />
    public override object Payment => new PairCommand.Commit(Pair, Request, Held);

    /// <inheritdoc />
    public override object Answered(Answer answer) => MatterAnswers.Posted(Id, answer);
}

internal static class MatterAnswers
{
    public static SettledWith Refused(Answer answer) => answer is Answer.Refused refused
        ? new SettledWith.Refused(refused.Code, refused.Because)
        : new SettledWith.Refused("settlement.unexpected", "The creditor recorded something that does not answer the request.");

    public static ProposalCommand Posted(string id, Answer answer) =>
        new ProposalCommand.RecordAnswer(id, answer is Answer.Accepted ? new SettledWith.Posted() : Refused(answer));
}
