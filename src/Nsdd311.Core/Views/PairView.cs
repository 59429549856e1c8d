using Nsdd311.Charters;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>A counterpart pair with its ledger as it stood on a day. Amounts in whole units, halves as .5.</summary>
/// <param name="Id">The pair.</param>
/// <param name="Office">Our office.</param>
/// <param name="Agency">Whose office it is.</param>
/// <param name="CounterpartOffice">Theirs.</param>
/// <param name="Substitute">Why theirs is only a substitute; null between equals.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Accounts">One for each category open to the pair.</param>
/// <param name="Holds">Units set aside now; none when asked for a day in the past.</param>
/// <param name="Waiting">Matters that wait for a hold now, oldest first.</param>
public sealed record PairView(
    PairId Id, string Office, AgencyId Agency, string CounterpartOffice, string? Substitute, DateOnly AsOf, ValueList<AccountView> Accounts,
    ValueList<ClaimOnLedgerView> Holds, ValueList<ClaimOnLedgerView> Waiting)
{
    /// <summary>The pair as a reader sees it.</summary>
    /// <param name="pair">The charter's pair.</param>
    /// <param name="state">Its ledger.</param>
    /// <param name="charter">Whose categories are open.</param>
    /// <param name="day">The day.</param>
    /// <param name="isNow">Whether the day is today, so that holds belong to the picture.</param>
    /// <param name="maySee">Whether the reader may know of an entry; the others are one sum.</param>
    public static PairView Of(CounterpartPair pair, PairState state, Charter charter, DateOnly day, bool isNow, Func<EntryId, bool> maySee) => new(
        pair.Id, pair.Office, pair.Agency, pair.CounterpartOffice, pair.Substitute, day,
        pair.Categories.Select(charter.Find).OfType<Category>().Where(category => category.Reciprocity is not null)
            .Select(category => AccountView.Of(state, category, charter, day, maySee)).ToValueList(),
        isNow ? ClaimOnLedgerView.Of(state.Holds, maySee) : [], isNow ? ClaimOnLedgerView.Of(state.Line, maySee) : []);
}

/// <summary>A hold, or a place in line.</summary>
/// <param name="Entry">The matter's entry; null if the reader may not know of it.</param>
/// <param name="Category">Its account.</param>
/// <param name="Direction">Who hosts.</param>
/// <param name="Units">What is set aside or asked for.</param>
public sealed record ClaimOnLedgerView(EntryId? Entry, CategoryCode Category, Direction Direction, Units Units)
{
    internal static ValueList<ClaimOnLedgerView> Of(ValueList<HoldRequest> requests, Func<EntryId, bool> maySee) => requests
        .Select(request => new ClaimOnLedgerView(maySee(request.Entry) ? request.Entry : null, request.Category, request.Direction, request.Units))
        .ToValueList();
}

/// <summary>The account of one category.</summary>
/// <param name="Category">Which.</param>
/// <param name="Given">Events that we hosted and that count.</param>
/// <param name="Received">Events that they hosted and that count.</param>
/// <param name="NotCounted">Entries that count for nothing.</param>
/// <param name="Balances">Per dimension, events first.</param>
/// <param name="OpenDebts">Oldest first.</param>
/// <param name="Entries">What took place, as far as the reader may know.</param>
/// <param name="Withheld">How many entries the reader may not know of; their figures are in the totals.</param>
/// <param name="Settled">What was returned.</param>
/// <param name="FailedClaims">Claims to answer that cannot hold.</param>
public sealed record AccountView(
    CategoryCode Category, decimal Given, decimal Received, int NotCounted, ValueList<BalanceView> Balances, ValueList<DebtView> OpenDebts,
    ValueList<EntryView> Entries, int Withheld, ValueList<SettledView> Settled, ValueList<FailedClaimView> FailedClaims)
{
    internal static AccountView Of(PairState state, Category category, Charter charter, DateOnly day, Func<EntryId, bool> maySee)
    {
        var account = Reciprocity.Balances.AsOf(state, category, day);
        EntryId? Seen(EntryId entry) => maySee(entry) ? entry : null;

        return new(
            category.Code, account.Events.Given / 2m, account.Events.Received / 2m, account.Contacts.Count(contact => contact.Counts is CountsAs.Nothing),
            account.Dimensions.Select(tally => BalanceView.Of(tally, category.Reciprocity!)).ToValueList(),
            account.OpenDebts.Select(open => new DebtView(
                Seen(open.Debt.Entry), open.Debt.Opened is CountsAs.Given ? charter.Counterpart : charter.Home, open.Debt.Since, open.Debt.ReturnBy, open.OverdueSince)).ToValueList(),
            account.Contacts.Keep(contact => maySee(contact.Entry)).Select(EntryView.Of).ToValueList(),
            account.Contacts.Count(contact => !maySee(contact.Entry)),
            account.Settled.Select(couple => new SettledView(Seen(couple.Entry), Seen(couple.By), couple.DaysEarly)).ToValueList(),
            account.FailedClaims.Keep(claim => maySee(claim.Entry)).Select(claim => new FailedClaimView(
                claim.Entry, maySee(claim.Named) ? claim.Named : null, ClaimFaults.NameOf(claim.Fault))).ToValueList());
    }
}

/// <summary>The balance in one dimension: given less received. A plus means that the other side owes us a reception.</summary>
/// <param name="Dimension">What is counted.</param>
/// <param name="Given">Known figures of what we hosted.</param>
/// <param name="Received">Known figures of what they hosted.</param>
/// <param name="Balance">Null where a figure that is needed is unknown.</param>
/// <param name="Tolerance">How far it may go either way.</param>
/// <param name="Most">The most of one contact.</param>
/// <param name="FiguresMissing">Settled couples that stay out because one side lacks the figure.</param>
/// <param name="FiguresUnknown">Contacts still to be returned whose figure is unknown.</param>
public sealed record BalanceView(
    Dimension Dimension, decimal Given, decimal Received, decimal? Balance, int? Tolerance, int? Most, int FiguresMissing, int FiguresUnknown)
{
    internal static BalanceView Of(Tally tally, ReciprocityRule rule)
    {
        var bound = rule.Dimensions.FirstOrDefault(one => one.Dimension == tally.Dimension);
        return new(tally.Dimension, tally.Given / 2m, tally.Received / 2m, tally.Balance / 2m, bound?.Tolerance, bound?.Most, tally.Missing.Count, tally.Unknown.Count);
    }
}

/// <summary>A contact that is to be returned.</summary>
/// <param name="Entry">The contact that opened it; null if the reader may not know of it.</param>
/// <param name="OwedBy">The state that owes the reception.</param>
/// <param name="Since">The last day of that contact.</param>
/// <param name="ReturnBy">The last day in time.</param>
/// <param name="OverdueSince">The first day too late, if it has come.</param>
public sealed record DebtView(EntryId? Entry, string OwedBy, DateOnly Since, DateOnly ReturnBy, DateOnly? OverdueSince);

/// <summary>Two contacts of which the second returned the first.</summary>
public sealed record SettledView(EntryId? Entry, EntryId? By, int DaysEarly);

/// <summary>A claim to answer that cannot hold: kept, settles nothing.</summary>
public sealed record FailedClaimView(EntryId Entry, EntryId? Named, string Because);

/// <summary>A contact that took place.</summary>
public sealed record EntryView(
    EntryId Entry, string? Reference, string? Title, Direction Direction, DateOnly FirstDay, DateOnly LastDay, Units Units, string Counts, string? NotCounted,
    string? Shortfall, EntryId? Answers, DateOnly ReturnBy, bool ReturnAgreed, string? Doubt, ValueList<EntryPart> Parts)
{
    internal static EntryView Of(LedgerContact contact) => new(
        contact.Entry, contact.Reference, contact.Title, contact.Direction, contact.Held.FirstDay, contact.Held.LastDay, contact.Units, NameOf(contact.Counts),
        contact.NotCounted, contact.Held.Shortfall, contact.Answers, contact.ReturnBy, contact.ReturnAgreed, contact.Doubt, contact.Parts);

    private static string NameOf(CountsAs counts) => counts switch
    {
        CountsAs.Given => "given",
        CountsAs.Received => "received",
        CountsAs.HalfEach => "half-each",
        _ => "nothing",
    };
}
