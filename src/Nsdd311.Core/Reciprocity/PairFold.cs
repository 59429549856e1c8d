using System.Diagnostics;
using Nsdd311.Charters;
using static Nsdd311.Reciprocity.PairEvent;

namespace Nsdd311.Reciprocity;

/// <summary>How recorded facts make a ledger. Debts are computed anew from all contacts of an account whenever one of them changes.</summary>
internal static class PairFold
{
    public static PairState Evolve(PairState state, PairEvent @event) => @event switch
    {
        LedgerOpened e       => state with { Pair = e.Pair },
        HoldGranted e        => WithHold(state, e.Request),
        HoldBlocked e        => WithWaiting(state, e.Request),
        WaitingHoldGranted e => WithHold(state, e.Request) with
        {
            Tellings = state.Tellings.Add(new(e.ObligationId, e.Request.Entry, e.Sum)),
            Told = state.Told + 1,
        },
        MatterTold e         => state with { Tellings = state.Tellings.Keep(telling => telling.Id != e.ObligationId) },
        HoldReleased e       => Without(state, e.Entry) with { Released = state.Released.Add(e.Entry) },
        Committed e          => WithContacts(Without(state, e.Contact.Entry), [e.Contact]),
        LotPosted e          => WithContacts(state, e.Contacts),
        BaselineEntered e    => WithContacts(state, [e.Contact]),
        Corrected e          => WithChanged(state, e.Entry, contact => contact with { Units = contact.Units.With(e.Units) }),
        ReturnDateAgreed e   => WithChanged(state, e.Entry, contact => contact with { ReturnBy = e.ReturnBy, OverdueAt = e.OverdueAt, ReturnAgreed = true }),
        DebtsWatched e       => e.Accounts.Aggregate(state, (s, account) => WithBook(s, account.Category, book => book with { Watches = book.Watches.AddRange(account.Watches) })),
        DebtApproaching e    => WithBook(state, e.Category, book => book with
        {
            Watches = book.Watches.Change(watch => watch.Entry == e.Entry && watch.OverdueAt == e.OverdueAt, watch => watch with { IsOver = true }),
        }),
        Moved e              => state with { Motions = state.Motions.Add(e.Motion) },
        Spoken e             => WithMotion(state, e.Motion, motion => motion with { Voices = motion.Voices.Add(e.Voice) }),
        DecidedInSession e   => WithMotion(state, e.Motion, motion => motion with { Session = new(e.Session, e.Item, e.By.Present) }),
        Dropped e            => WithMotion(state, e.Motion, motion => motion with { Decision = new(false, e.At) }),
        Waived e             => Granted(state, e.Waiver.Number, e.Waiver.From) with { Waivers = state.Waivers.Add(e.Waiver) },
        WaiverOver e         => state with { Waivers = state.Waivers.Change(waiver => waiver.Number == e.Number, waiver => waiver with { IsOver = true }) },
        FreezeLifted e       => Granted(state, e.Lift.Number, e.Lift.From) with { Lifts = state.Lifts.Add(e.Lift) },
        FreezeBack e         => state with { Lifts = state.Lifts.Change(lift => lift.Number == e.Number, lift => lift with { IsOver = true }) },
        DebtWrittenOff e     => WithChanged(Granted(state, e.Number, e.At), e.Entry, contact => contact with { Counts = CountsAs.Nothing, NotCounted = LedgerContact.WrittenOff }),
        DebtCarried e        => WithChanged(Granted(state, e.Number, e.At), e.Entry, contact => contact with { ReturnBy = e.ReturnBy, OverdueAt = e.OverdueAt, ReturnAgreed = false }),
        DebtOverdue e        => WithBook(state, e.Category, book => book with { Noticed = book.Noticed.Add(new(e.Entry, e.Due)) }),
        OutOfBalance e       => WithBook(state, e.Category, book => book with { IsOutOfBalance = true }),
        BackInBalance e      => WithBook(state, e.Category, book => book with { IsOutOfBalance = false }),
        _ => throw new UnreachableException($"{@event} cannot follow {state}."),
    };

    private static PairState WithHold(PairState state, HoldRequest request) => state with
    {
        Holds = state.HoldOf(request.Entry) is null
            ? state.Holds.Add(request)
            : state.Holds.Change(hold => hold.Entry == request.Entry, _ => request),
        Line = state.Line.Keep(waiting => waiting.Entry != request.Entry),
    };

    private static PairState WithWaiting(PairState state, HoldRequest request) => state with
    {
        // Asking again in other words does not lose the place in line.
        Line = state.WaitingOf(request.Entry) is null
            ? state.Line.Add(request)
            : state.Line.Change(waiting => waiting.Entry == request.Entry, _ => request),
    };

    /// <summary>Holds and line without the entry. News that is owed stays owed: once asked, only a recorded answer ends it.</summary>
    private static PairState Without(PairState state, EntryId entry) => state with
    {
        Holds = state.Holds.Keep(hold => hold.Entry != entry),
        Line = state.Line.Keep(waiting => waiting.Entry != entry),
    };

    private static PairState WithContacts(PairState state, ValueList<LedgerContact> contacts)
    {
        state = state with { Entered = state.Entered.AddRange(contacts.Select(contact => contact.Entry)) };
        foreach (var group in contacts.GroupBy(contact => contact.Category))
            state = WithBook(state, group.Key, book => book.With(book.Contacts.Concat(group)));

        return state;
    }

    private static PairState WithChanged(PairState state, EntryId entry, Func<LedgerContact, LedgerContact> change) =>
        state.Contact(entry) is { } contact
            ? WithBook(state, contact.Category, book => book.With(book.Contacts.Change(c => c.Entry == entry, change)))
            : state;

    private static PairState Granted(PairState state, int number, DateTimeOffset at) =>
        WithMotion(state, number, motion => motion with { Decision = new(true, at) });

    private static PairState WithMotion(PairState state, int number, Func<Motion, Motion> change) =>
        state with { Motions = state.Motions.Change(motion => motion.Number == number, change) };

    private static PairState WithBook(PairState state, CategoryCode category, Func<CategoryBook, CategoryBook> change) => state with
    {
        Books = state.Books.Any(book => book.Category == category)
            ? state.Books.Change(book => book.Category == category, change)
            : state.Books.Add(change(CategoryBook.Empty(category))),
    };
}
