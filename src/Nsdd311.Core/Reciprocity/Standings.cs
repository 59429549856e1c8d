using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>Facts are never refused, so they may carry a balance beyond its tolerance. That is recorded once, and once more when it is over.</summary>
internal static class Standings
{
    /// <summary>What facts have done to the accounts, by account.</summary>
    public static IEnumerable<PairEvent> Changes(PairState state, Context context)
    {
        foreach (var book in state.Books)
        {
            var beyond = Beyond(state, book, context);
            if (beyond.Count > 0 && !book.IsOutOfBalance)
                yield return new PairEvent.OutOfBalance(book.Category, beyond, context.Now, Notify(state.Pair, context.Charter));
            if (beyond.Count == 0 && book.IsOutOfBalance) yield return new PairEvent.BackInBalance(book.Category, context.Now);
        }
    }

    /// <summary>The dimensions in which the account is beyond its tolerance either way, by what is known and waived.</summary>
    private static ValueList<BalanceBeyond> Beyond(PairState state, CategoryBook book, Context context)
    {
        List<BalanceBeyond> beyond = [];
        foreach (var rule in context.Charter.Find(book.Category)?.Reciprocity?.Dimensions ?? [])
        {
            var tally = Tally.Of(rule.Dimension, book.Contacts, book.Debts);
            var (balance, tolerance) = (tally.Given - tally.Received, rule.Tolerance * 2 + state.Waived(book.Category, rule.Dimension, context.Now));
            if (Math.Abs(balance) > tolerance) beyond.Add(new(rule.Dimension, balance, tolerance));
        }

        return beyond.ToValueList();
    }

    /// <summary>Whom a ledger's alerts are for: both chairs, the executive secretary, the SIG, and the IG member of the agency whose office it is.</summary>
    public static ValueList<Seat> Notify(PairId? pair, Charter charter)
    {
        List<Seat> seats = [new(SeatKind.IgChair), new(SeatKind.ExecutiveSecretary), new(SeatKind.SigChair)];
        seats.AddRange(charter.Agencies.Select(agency => new Seat(SeatKind.SigMember, agency.Id)));
        if (pair is { } id && charter.Find(id) is { } known) seats.Add(new(SeatKind.IgMember, known.Agency));

        return seats.ToValueList();
    }
}
