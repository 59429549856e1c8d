using static Nsdd311.Decision<Nsdd311.Reciprocity.PairEvent>;
using static Nsdd311.Reciprocity.PairCommand;

namespace Nsdd311.Reciprocity;

/// <summary>What the executive secretary and the imports enter: past contacts, corrections, agreed dates.</summary>
internal static class Clerk
{
    private static readonly DateOnly EndOfDays = new(9990, 1, 1);

    public static Decision<PairEvent> DecideLot(PairState state, PostLot lot, Context context)
    {
        foreach (var posting in lot.Postings)
            if (FaultOf(posting, lot.Pair, context) is { } fault) return Refuse(fault);

        var known = state.Books.SelectMany(book => book.Contacts).Select(contact => contact.Entry).ToHashSet();
        var contacts = lot.Postings.Where(posting => known.Add(posting.Entry)).Select(posting => LedgerContact.Of(posting, context.Charter)).ToValueList();
        return contacts.Count == 0 ? Nothing : PairDecider.Record(state, lot.Pair, new PairEvent.LotPosted(contacts, context.Now), context);
    }

    public static Decision<PairEvent> DecideBaseline(PairState state, EnterBaseline baseline, Context context)
    {
        var posting = baseline.Posting;
        var today = context.Charter.Calendar.DayOf(context.Now);
        if (FaultOf(posting, baseline.Pair, context) is { } fault) return Refuse(fault);

        var grounds = context.Charter.Find(posting.Category)!.Reciprocity!.OffQuota;
        if (posting.Held.Standing is Standing.OffQuota off && !grounds.Contains(off.Ground)) return Refuse(new Proposals.GroundUnknown(off.Ground, grounds));
        if (posting.Held.LastDay < posting.Held.FirstDay || posting.Held.LastDay > today) return Refuse(new BaselineDays("days", today));
        if (posting.ReturnBy is { } day && DayFault(day, posting.Held.LastDay) is { } impossible) return Refuse(impossible);
        if (state.Contact(posting.Entry) is not null) return Refuse(new EntryCommitted(posting.Entry));

        var contact = LedgerContact.Of(posting, context.Charter);
        return PairDecider.Record(state, baseline.Pair, new PairEvent.BaselineEntered(contact, context.Now), context);
    }

    public static Decision<PairEvent> DecideCorrection(PairState state, Correct correct, Context context)
    {
        if (string.IsNullOrWhiteSpace(correct.Reason.Text)) return Refuse(new ReasonMissing("reason"));
        if (!IsEntryable(correct.Units) || correct.Units.Measures.Count == 0) return Refuse(new FigureImplausible("units"));
        if (state.Contact(correct.Entry) is null) return Refuse(new EntryUnknown(correct.Entry));

        return PairDecider.Record(state, null, new PairEvent.Corrected(correct.Entry, correct.Units, correct.Reason, context.Now), context);
    }

    public static Decision<PairEvent> DecideReturnDate(PairState state, AgreeReturnDate agreed, Context context)
    {
        if (string.IsNullOrWhiteSpace(agreed.Reference.Text)) return Refuse(new ReasonMissing("reference"));
        if (state.Contact(agreed.Entry) is not { } contact) return Refuse(new EntryUnknown(agreed.Entry));
        if (DayFault(agreed.ReturnBy, contact.Held.LastDay) is { } fault) return Refuse(fault);

        var overdueAt = ReturnDates.OverdueAt(agreed.ReturnBy, context.Charter);
        return PairDecider.Record(state, null, new PairEvent.ReturnDateAgreed(agreed.Entry, agreed.ReturnBy, overdueAt, agreed.Reference, context.Now), context);
    }

    private static Refusal? FaultOf(LedgerPosting posting, Charters.PairId pair, Context context)
    {
        var open = Bound.IsOpen(pair, posting.Category, context.Charter) && context.Charter.Find(posting.Category)?.Reciprocity is not null;
        if (!open) return new CategoryNotOpen(posting.Category.Value);

        return IsEntryable(posting.Held.Units) ? null : new FigureImplausible("units");
    }

    private static bool IsEntryable(Units units) => units.ArePlausible && units.Halves(Charters.Dimension.Events) is null or 2;

    /// <summary>What is wrong with a return-by day; null if nothing is.</summary>
    public static ReturnDateImpossible? DayFault(DateOnly returnBy, DateOnly lastDay) =>
        returnBy >= lastDay && returnBy < EndOfDays ? null : new("returnBy", lastDay);
}
