using Nsdd311.Charters;
using Nsdd311.Views;

namespace Nsdd311.Reciprocity;

/// <summary>The alerts that a ledger's facts raise. They name the pair, and no matter.</summary>
public static class PairAlerts
{
    private static readonly ValueList<Seat> Secretary = [new(SeatKind.ExecutiveSecretary)];

    /// <summary>What this fact raises.</summary>
    /// <param name="pair">Whose ledger.</param>
    /// <param name="before">The ledger before the fact.</param>
    /// <param name="event">The fact.</param>
    /// <param name="after">The ledger after it.</param>
    public static ValueList<AlertRow> Of(PairId pair, PairState before, PairEvent @event, PairState after) => @event switch
    {
        PairEvent.DebtOverdue e => [new("debt.overdue", e.Notify, pair.Value, null, e.Due, e.Noticed)],
        PairEvent.DebtApproaching e => [new("debt.approaching", e.Notify, pair.Value, null, e.Due, e.Noticed)],
        PairEvent.FreezeBack e => [new("freeze.back", e.Notify, pair.Value, null, e.Due, e.Noticed)],
        PairEvent.Moved e => [new("motion.made", e.Notify, pair.Value, null, null, e.Motion.At)],
        PairEvent.OutOfBalance e => [new("pair.out-of-balance", e.Notify, pair.Value, null, null, e.At)],
        PairEvent.Committed e => FailedClaims(pair, before, after, e.At),
        PairEvent.LotPosted e => FailedClaims(pair, before, after, e.At),
        PairEvent.BaselineEntered e => FailedClaims(pair, before, after, e.At),
        _ => [],
    };

    /// <summary>One alert for each fact with claims that fail since: which they are, the ledger says.</summary>
    private static ValueList<AlertRow> FailedClaims(PairId pair, PairState before, PairState after, DateTimeOffset at)
    {
        var known = Claims(before).ToHashSet();
        return Claims(after).Any(claim => !known.Contains(claim)) ? [new("claim.failed", Secretary, pair.Value, null, null, at)] : [];
    }

    private static IEnumerable<(EntryId, EntryId)> Claims(PairState state) =>
        state.Books.SelectMany(book => book.Debts.Failed).Select(claim => (claim.Entry, claim.Named));
}
