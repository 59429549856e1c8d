using Nsdd311.Charters;

namespace Nsdd311.Reciprocity;

/// <summary>The ledger of a counterpart pair: what is held, who waits, and an account per category.</summary>
/// <param name="Pair">Whose; null until the first hold or entry.</param>
/// <param name="Books">One per category with entries.</param>
/// <param name="Holds">Units set aside, oldest first.</param>
/// <param name="Line">Matters that wait for a hold, oldest first. One that is re-priced waits here while its old hold stands.</param>
/// <param name="Released">Entries that were given up; a hold for one of them is refused for ever.</param>
/// <param name="Tellings">Matters that are owed the news of their hold, oldest first.</param>
/// <param name="Told">How many obligations this ledger has ever had; their ids are numbered by it.</param>
/// <param name="Entered">Every contact in the order of entering; its place, from 1, is its number for ever.</param>
/// <param name="Motions">What was moved in the SIG about this ledger, by number.</param>
/// <param name="Waivers">What the SIG has waived, also what is over.</param>
/// <param name="Lifts">Freezes that the SIG has lifted, also what is over.</param>
public sealed record PairState(
    PairId? Pair, ValueList<CategoryBook> Books, ValueList<HoldRequest> Holds, ValueList<HoldRequest> Line, ValueList<EntryId> Released,
    ValueList<Telling> Tellings, int Told, ValueList<EntryId> Entered, ValueList<Motion> Motions, ValueList<WaiverInForce> Waivers, ValueList<FreezeLift> Lifts)
{
    /// <summary>A ledger without anything.</summary>
    public static PairState Empty { get; } = new(null, [], [], [], [], [], 0, [], [], [], []);

    /// <summary>The motion of this number; null if there is none.</summary>
    public Motion? Motion(int number) => number >= 1 && number <= Motions.Count ? Motions[number - 1] : null;

    /// <summary>What is waived in the dimension of the account at this instant, in halves.</summary>
    public int Waived(CategoryCode category, Dimension dimension, DateTimeOffset now)
    {
        var halves = 0;
        foreach (var waiver in Waivers)
            if (waiver.Category == category && waiver.CountsAt(now)) halves += waiver.Amount.Halves(dimension) ?? 0;

        return halves;
    }

    /// <summary>The account of the category; empty if it has no entries.</summary>
    public CategoryBook Book(CategoryCode category)
    {
        foreach (var book in Books)
            if (book.Category == category) return book;

        return CategoryBook.Empty(category);
    }

    /// <summary>The entry's contact; null if none took place.</summary>
    public LedgerContact? Contact(EntryId entry)
    {
        foreach (var book in Books)
            foreach (var contact in book.Contacts)
                if (contact.Entry == entry) return contact;

        return null;
    }

    /// <summary>The entry's hold; null if it has none.</summary>
    public HoldRequest? HoldOf(EntryId entry) => Find(Holds, entry);

    /// <summary>The entry's place in line; null if it does not wait.</summary>
    public HoldRequest? WaitingOf(EntryId entry) => Find(Line, entry);

    private static HoldRequest? Find(ValueList<HoldRequest> requests, EntryId entry)
    {
        foreach (var request in requests)
            if (request.Entry == entry) return request;

        return null;
    }
}

/// <summary>A matter that is owed the news that its hold was granted after all.</summary>
/// <param name="Id">Of the obligation.</param>
/// <param name="Entry">The matter's entry.</param>
/// <param name="Sum">The sum that let it pass.</param>
public sealed record Telling(string Id, EntryId Entry, ValueList<BoundLine> Sum);

/// <summary>The account of one category.</summary>
/// <param name="Category">Which.</param>
/// <param name="Contacts">What took place, in the order of <see cref="LedgerContact.ByDay"/>.</param>
/// <param name="Debts">What follows from the contacts; kept so that it is computed once.</param>
/// <param name="Noticed">Debts that were found overdue.</param>
/// <param name="Watches">Debts whose day is watched.</param>
/// <param name="IsOutOfBalance">Whether facts have carried it beyond its tolerance.</param>
public sealed record CategoryBook(
    CategoryCode Category, ValueList<LedgerContact> Contacts, DebtBook Debts, ValueList<NoticedDebt> Noticed, ValueList<DebtWatch> Watches,
    bool IsOutOfBalance)
{
    /// <summary>No entries.</summary>
    public static CategoryBook Empty(CategoryCode category) => new(category, [], DebtBook.Empty, [], [], false);

    /// <summary>Open debts whose day has passed unnoticed, soonest first.</summary>
    public IEnumerable<Debt> Unnoticed =>
        Debts.Open.Count == 0 ? [] : Debts.Open.Where(debt => !Noticed.Contains(new(debt.Entry, debt.OverdueAt))).OrderBy(debt => debt.OverdueAt);

    /// <summary>Open debts whose day approaches and of which nobody was warned yet.</summary>
    public IEnumerable<DebtWatch> Unwarned =>
        Watches.Count == 0 ? [] : Watches.Where(watch => !watch.IsOver && Debts.Open.Any(debt => debt.Entry == watch.Entry && debt.OverdueAt == watch.OverdueAt));

    internal CategoryBook With(IEnumerable<LedgerContact> contacts)
    {
        // Most contacts come in the order of their days; sorting them again would cost more than everything else.
        var sorted = contacts.ToValueList();
        if (!IsSorted(sorted.AsSpan())) sorted = sorted.Order(LedgerContact.ByDay).ToValueList();
        return this with { Contacts = sorted, Debts = DebtBook.Of(sorted) };
    }

    private static bool IsSorted(ReadOnlySpan<LedgerContact> contacts)
    {
        for (var i = 1; i < contacts.Length; i++)
            if (LedgerContact.ByDay.Compare(contacts[i - 1], contacts[i]) > 0) return false;

        return true;
    }
}

/// <summary>A debt that was found overdue, at the instant that was then its own.</summary>
public readonly record struct NoticedDebt(EntryId Entry, DateTimeOffset OverdueAt);
