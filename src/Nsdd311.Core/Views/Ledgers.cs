using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>How people read a pair's ledger.</summary>
public static class Ledgers
{
    /// <summary>The ledger as the reader sees it.</summary>
    /// <param name="pair">A pair of the charter.</param>
    /// <param name="state">Its ledger.</param>
    /// <param name="charter">The charter in force.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="now">The instant of reading; for a day before, permissions are shown as that day ended.</param>
    /// <param name="sight">What the reader sees of it.</param>
    public static LedgerView Of(CounterpartPair pair, PairState state, Charter charter, DateOnly asOf, DateTimeOffset now, LedgerSight sight)
    {
        var at = asOf >= charter.Calendar.DayOf(now) ? now : charter.Calendar.StartOf(asOf.AddDays(1)).AddTicks(-10);
        var seen = Visible(state, sight);
        return new(
            pair.Id, pair.Office, pair.Agency, pair.CounterpartOffice, pair.Substitute, asOf,
            charter.Categories.Where(category => category.Reciprocity is not null && pair.Categories.Contains(category.Code))
                .Select(category => new Reading(state, charter, category, Balances.AsOf(state, category, asOf), at, seen, sight).Account())
                .ToValueList(),
            state.Motions.Where(motion => motion.At <= at)
                .Select(motion => MotionView.Of(motion, at, charter.Table, Access.Sight.OfThePast(sight.Reader)))
                .ToValueList());
    }

    /// <summary>The matter whose contact this is; null for a past contact.</summary>
    public static ProposalId? MatterOf(LedgerContact contact) =>
        contact.Title is null && ProposalId.TryParse(contact.Entry.Value, null, out var matter) ? matter : null;

    private static HashSet<EntryId> Visible(PairState state, LedgerSight sight) => state.Books
        .SelectMany(book => book.Contacts)
        .Where(sight.MayKnow)
        .Select(contact => contact.Entry)
        .ToHashSet();

    private sealed class Reading(PairState state, Charter charter, Category category, AccountOnDay account, DateTimeOffset at, HashSet<EntryId> seen, LedgerSight sight)
    {
        private readonly ReciprocityRule rule = category.Reciprocity!;
        private readonly Dictionary<EntryId, Couple> settledBy = account.Settled.ToDictionary(couple => couple.By);
        private readonly Dictionary<EntryId, Couple> settled = account.Settled.ToDictionary(couple => couple.Entry);
        private readonly Dictionary<EntryId, FailedClaim> failed = account.FailedClaims.ToDictionary(claim => claim.Entry);
        private readonly Dictionary<EntryId, LedgerContact> contacts = account.Contacts.ToDictionary(contact => contact.Entry);

        public AccountView Account() => new(
            category.Code, Whole(account.Events.Given), Whole(account.Events.Received),
            rule.Dimensions.Any(dimension => account.In(dimension.Dimension) is { } tally && Math.Abs(tally.Given - tally.Received) > dimension.Tolerance * 2 + Waived(dimension)),
            state.Lifts.Where(lift => lift.Category == category.Code && lift.CountsAt(at)).Max(lift => (DateTimeOffset?)lift.Until),
            rule.Dimensions.Select(Balance).ToValueList(), account.OpenDebts.Select(Debt).ToValueList(),
            account.Contacts.Where(contact => seen.Contains(contact.Entry)).Select(Entry).ToValueList(), Withheld());

        private int Waived(DimensionRule dimension) => state.Waived(category.Code, dimension.Dimension, at);

        private DimensionView Balance(DimensionRule dimension)
        {
            var tally = account.In(dimension.Dimension)!;
            return new(
                dimension.Dimension, Whole(tally.Given), Whole(tally.Received), tally.Balance is { } halves ? Whole(halves) : null, dimension.Tolerance,
                Whole(Waived(dimension)), dimension.Most, tally.Missing.Count, tally.Unknown.Count, Sum(state.Holds, dimension), Sum(state.Line, dimension));
        }

        private BothWays Sum(ValueList<HoldRequest> holds, DimensionRule dimension)
        {
            return new(Of(Direction.Inbound), Of(Direction.Outbound), Of(Direction.ThirdCountry));

            decimal Of(Direction direction) => holds
                .Where(hold => hold.Category == category.Code && hold.Direction == direction)
                .Sum(hold => Whole(Bound.Takes(hold, dimension)));
        }

        private DebtView Debt(OpenDebt open) => new(
            NumberOf(open.Debt.Entry), Shown(open.Debt.Entry), open.Debt.Opened is CountsAs.Given ? charter.Counterpart : charter.Home, open.Debt.ReturnBy,
            contacts[open.Debt.Entry].ReturnAgreed, open.OverdueSince);

        private int NumberOf(EntryId entry) => state.Entered.Index().First(entered => entered.Item == entry).Index + 1;

        private EntryView Entry(LedgerContact contact)
        {
            var own = sight.On(contact);
            return new(
                contact.Entry, contact.Reference, MatterOf(contact), own.See(contact.Title), contact.Direction, contact.Held.FirstDay, contact.Held.LastDay,
                rule.Dimensions.Select(dimension => Figure(contact, dimension.Dimension)).ToValueList(), contact.NotCounted,
                contact.IsCounted && !settledBy.ContainsKey(contact.Entry) ? contact.ReturnBy : null,
                settled.GetValueOrDefault(contact.Entry) is { } returned ? Shown(returned.By) : null,
                settledBy.GetValueOrDefault(contact.Entry) is { } couple ? Shown(couple.Entry) : null,
                settledBy.GetValueOrDefault(contact.Entry)?.DaysEarly, Claim(contact), WhyNot(contact.Entry), own.See(contact.Held.Shortfall), own.See(contact.Doubt),
                contact.Parts.Select(part => new PartView(part.Reference, own.See(part.Title), part.Sites, part.InReturnFor)).ToValueList());
        }

        private static FigureView Figure(LedgerContact contact, Dimension dimension) =>
            new(dimension, contact.Units.Halves(dimension) is { } halves ? Whole(halves) : null);

        private EntryId? Claim(LedgerContact contact) =>
            contact.Answers is not { } named || (state.Contact(named) is not null && !seen.Contains(named)) ? null : named;

        private string? WhyNot(EntryId entry) => failed.GetValueOrDefault(entry) is not { } claim
            ? null
            : claim.Fault is not ClaimFault.NotInThisAccount ? ClaimFaults.NameOf(claim.Fault)
            : StandsInAnotherCategory(claim.Named) ? "other-category" : "other-pair";

        private bool StandsInAnotherCategory(EntryId named) =>
            state.Books.Any(book => book.Category != category.Code && book.Contacts.Any(contact => contact.Entry == named || contact.Reference == named.Value));

        private WithheldView? Withheld()
        {
            var hidden = account.Contacts.Keep(contact => !seen.Contains(contact.Entry));
            return hidden.Count == 0 ? null : new(hidden.Count, Side(hidden, CountsAs.Given), Side(hidden, CountsAs.Received));
        }

        private static decimal Side(ValueList<LedgerContact> contacts, CountsAs side) =>
            contacts.Sum(contact => contact.Counts == side ? 1 : contact.Counts is CountsAs.HalfEach ? 0.5m : 0);

        private EntryId? Shown(EntryId entry) => seen.Contains(entry) ? entry : null;

        private static decimal Whole(int halves) => halves / 2m;
    }
}
