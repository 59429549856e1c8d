using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Settlement;

namespace Nsdd311.Runtime.Engine;

/// <summary>
/// Pays what has just been decided before it is durable: debt, payment and answer then go to the journal together, and whoever waits, waits for one
/// commit instead of three. Each leans on the one before it, so the journal never holds a payment without its debt or an answer without its payment.
/// </summary>
/// <remarks>
/// It is a short cut and no promise: wherever it does not come through, the usual payer does, from what is durable. Both make the same command ids,
/// so nothing is posted twice. docs/adr/0013-paid-in-advance.md has the reasons.
/// </remarks>
/// <param name="borrow">A creditor's loaded copy; null if it is not this process's to have.</param>
/// <param name="payers">Stand back for as long as this is on its way.</param>
internal sealed class Advance(Func<EntityId, ValueTask<Advance.Borrowed?>> borrow, Payers payers)
{
    /// <summary>A loaded copy and what gives it back.</summary>
    internal readonly record struct Borrowed(LoadedEntity Entity, IDisposable? Lease);

    /// <summary>What the head of an entity owes first.</summary>
    /// <param name="Obligation">Which.</param>
    /// <param name="Charter">What its payment carries.</param>
    /// <param name="Head">The append that made the head; null if it was loaded.</param>
    internal sealed record Owed(Obligation Obligation, CharterVersion? Charter, PendingAppend? Head);

    /// <summary>Pays what the entity's head owes, if nobody does so yet.</summary>
    public async ValueTask Pay(LoadedEntity debtor)
    {
        if (!debtor.HeadOwes || !payers.TryBegin(debtor.Id)) return;

        var isPaid = false;
        try
        {
            while (debtor.OwedByHead() is { } owed && await Pay(debtor, owed)) { }
            isPaid = !debtor.HeadOwes;
        }
        catch (Exception e) when (e is EntityReloadingException or RuntimeUnavailableException or JournalDamagedException or OperationCanceledException)
        {
            // The usual payer meets the same, and deals with it.
        }
        finally
        {
            // What fails from here on is noticed by the copy that falls.
            payers.End(debtor.Id, isPaid && !debtor.Failed);
        }
    }

    private async ValueTask<bool> Pay(LoadedEntity debtor, Owed owed)
    {
        if (await borrow(owed.Obligation.Creditor) is not { } borrowed) return false;

        using (borrowed.Lease)
        {
            return borrowed.Entity.Decide(Payments.Of(debtor.Id, owed.Obligation, owed.Charter), journalAsked: false, owed.Head)
                    is Step.Answer { Reply: Reply.Accepted or Reply.Refused } paid
                && debtor.Decide(Payments.Answered(debtor.Id, owed.Obligation, paid.Reply), journalAsked: false, paid.Head) is Step.Answer { Reply: Reply.Accepted }
                && debtor.OwedByHead()?.Obligation.Id != owed.Obligation.Id;
        }
    }
}
