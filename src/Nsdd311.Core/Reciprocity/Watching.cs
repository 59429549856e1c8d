using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>A debt that is watched: when to warn that its day approaches.</summary>
/// <param name="Entry">The contact that opened it.</param>
/// <param name="OverdueAt">The instant that was the debt's when the watch was set; another day is another watch.</param>
/// <param name="WarnAt">When to warn, stored so that no later charter moves it.</param>
/// <param name="IsOver">Whether the warning was given.</param>
public sealed record DebtWatch(EntryId Entry, DateTimeOffset OverdueAt, DateTimeOffset WarnAt, bool IsOver);

/// <summary>The instants of a ledger that nobody asks for: days that approach or are over, permissions that end.</summary>
internal static class Watching
{
    /// <summary>The next of these instants; null if there is none.</summary>
    public static DateTimeOffset? NextWake(PairState state)
    {
        DateTimeOffset? next = null;
        foreach (var book in state.Books)
        {
            foreach (var debt in book.Unnoticed) Meet(debt.OverdueAt);
            foreach (var watch in book.Unwarned) Meet(watch.WarnAt);
        }

        foreach (var waiver in state.Waivers)
            if (!waiver.IsOver) Meet(waiver.Until);
        foreach (var lift in state.Lifts)
            if (!lift.IsOver) Meet(lift.Until);

        return next;

        void Meet(DateTimeOffset instant)
        {
            if (next is null || instant < next) next = instant;
        }
    }

    /// <summary>The watches that open debts still lack, as one fact; null if none does.</summary>
    public static PairEvent.DebtsWatched? Missing(PairState state, Context context)
    {
        List<WatchedAccount> accounts = [];
        foreach (var book in state.Books)
            if (Missing(book, context) is { Count: > 0 } watches) accounts.Add(new(book.Category, watches));

        return accounts.Count == 0 ? null : new(accounts.ToValueList());
    }

    /// <summary>What has come by now, by instant. Harmless early, late or twice.</summary>
    public static IEnumerable<PairEvent> Due(PairState state, Context context)
    {
        var (now, notify) = (context.Now, Standings.Notify(state.Pair, context.Charter));
        var overdue = state.Books.SelectMany(book => book.Unnoticed.Select(debt =>
            (At: debt.OverdueAt, Event: (PairEvent)new PairEvent.DebtOverdue(debt.Entry, book.Category, debt.OverdueAt, now, notify))));
        var approaching = state.Books.SelectMany(book => book.Unwarned.Select(watch =>
            (At: watch.WarnAt, Event: (PairEvent)new PairEvent.DebtApproaching(watch.Entry, book.Category, watch.OverdueAt, watch.WarnAt, now, notify))));
        var waivers = state.Waivers.Where(waiver => !waiver.IsOver).Select(waiver =>
            (At: waiver.Until, Event: (PairEvent)new PairEvent.WaiverOver(waiver.Number, waiver.Category, waiver.Until, now)));
        var lifts = state.Lifts.Where(lift => !lift.IsOver).Select(lift =>
            (At: lift.Until, Event: (PairEvent)new PairEvent.FreezeBack(lift.Number, lift.Category, lift.Until, now, notify)));
        return overdue.Concat(approaching).Concat(waivers).Concat(lifts).Where(due => due.At <= now).OrderBy(due => due.At).Take(500).Select(due => due.Event);
    }

    private static ValueList<DebtWatch> Missing(CategoryBook book, Context context) => book.Debts.Open
        .Keep(static (debt, known) => debt.OverdueAt > known.Now && !known.book.Watches.Any(watch => watch.Entry == debt.Entry && watch.OverdueAt == debt.OverdueAt), (book, context.Now))
        .Map(static (debt, context) => new DebtWatch(debt.Entry, debt.OverdueAt, WarnAt(debt, context), false), context);

    /// <summary>A debt that is entered late is warned of at once, not at an instant before anybody knew of it.</summary>
    private static DateTimeOffset WarnAt(Debt debt, Context context)
    {
        var warnAt = context.Charter.Calendar.After(ReturnDates.Clamped(debt.ReturnBy), -context.Charter.Deadlines.DebtWarning);
        return warnAt > context.Now ? warnAt : context.Now;
    }
}

/// <summary>The watches that were set in one account.</summary>
/// <param name="Category">Which account.</param>
/// <param name="Watches">The watches.</param>
public sealed record WatchedAccount(CategoryCode Category, ValueList<DebtWatch> Watches);
