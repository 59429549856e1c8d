using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>The ledger of a pair as a reader sees it, as of a day. All amounts are in units; halves are .5.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Office">Our office.</param>
/// <param name="Agency">Whose office it is.</param>
/// <param name="CounterpartOffice">Theirs.</param>
/// <param name="Substitute">Why theirs is only a substitute; null where the offices are equals.</param>
/// <param name="AsOf">The day. A contact counts from its last day.</param>
/// <param name="Accounts">One for each open category, in the charter's order.</param>
/// <param name="Motions">What was moved in the SIG about this ledger, by number.</param>
public sealed record LedgerView(
    PairId Pair, string Office, AgencyId Agency, string CounterpartOffice, string? Substitute, DateOnly AsOf, ValueList<AccountView> Accounts,
    ValueList<MotionView> Motions);

/// <summary>The account of one category.</summary>
/// <param name="Category">Which.</param>
/// <param name="Given">Contacts given: we hosted.</param>
/// <param name="Received">Contacts received: they hosted.</param>
/// <param name="OutOfBalance">Whether a known balance is beyond its tolerance and what is waived.</param>
/// <param name="FreezeLiftedUntil">Until when overdue debts freeze nothing; null unless the SIG has lifted the freeze.</param>
/// <param name="Dimensions">Balances, events first.</param>
/// <param name="OpenDebts">Oldest first.</param>
/// <param name="Entries">Contacts, counted or not, that the reader may know of, oldest first.</param>
/// <param name="Withheld">Contacts of matters that the reader may not know of, as one sum; null if there are none.</param>
public sealed record AccountView(
    CategoryCode Category, decimal Given, decimal Received, bool OutOfBalance, DateTimeOffset? FreezeLiftedUntil, ValueList<DimensionView> Dimensions, ValueList<DebtView> OpenDebts,
    ValueList<EntryView> Entries, WithheldView? Withheld);

/// <summary>A balance in one dimension.</summary>
/// <param name="Dimension">What is counted.</param>
/// <param name="Given">Known figures of contacts given.</param>
/// <param name="Received">Known figures of contacts received.</param>
/// <param name="Balance">Given less received; null if unknown.</param>
/// <param name="Tolerance">How far it may go either way.</param>
/// <param name="Waived">How far beyond the tolerance the SIG permits.</param>
/// <param name="Most">The most of one contact.</param>
/// <param name="FiguresMissing">Settled couples that stay out because a figure is missing.</param>
/// <param name="FiguresUnknown">Contacts still to be returned whose figure is unknown.</param>
/// <param name="Held">Held now; never part of the balance.</param>
/// <param name="Waiting">Asked for now by matters that wait in line.</param>
public sealed record DimensionView(
    Dimension Dimension, decimal Given, decimal Received, decimal? Balance, decimal Tolerance, decimal Waived, decimal Most, int FiguresMissing, int FiguresUnknown,
    BothWays Held, BothWays Waiting);

/// <summary>A sum for each direction; which matters make it up is not told.</summary>
public sealed record BothWays(decimal Inbound, decimal Outbound, decimal ThirdCountry);

/// <summary>A contact that is to be returned.</summary>
/// <param name="Number">The number of the contact that opened it, in this ledger for ever.</param>
/// <param name="Entry">The contact that opened it; null if the reader may not know of it.</param>
/// <param name="OwedBy">The state that owes a reception.</param>
/// <param name="ReturnBy">The last day in time.</param>
/// <param name="ReturnAgreed">Whether both sides agreed to that day.</param>
/// <param name="OverdueSince">The first day late; null while in time.</param>
public sealed record DebtView(int Number, EntryId? Entry, string OwedBy, DateOnly ReturnBy, bool ReturnAgreed, DateOnly? OverdueSince);

/// <summary>A contact in the ledger.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Reference">The row that it came from; null if it came from no file.</param>
/// <param name="Matter">The matter that it was; null for past contacts.</param>
/// <param name="Title">What it was, if the reader may read it; null for a matter's.</param>
/// <param name="Direction">Who hosted.</param>
/// <param name="FirstDay">Its first day.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Figures">One for each dimension of the category.</param>
/// <param name="NotCounted">Why it counts for nothing; null if it counts.</param>
/// <param name="ReturnBy">Until when a debt that it opened was to be returned; null if it opened none.</param>
/// <param name="SettledBy">The entry that returned it; null if none did or the reader may not know of it.</param>
/// <param name="Settles">The entry that it returned; null if it returned none or the reader may not know of it.</param>
/// <param name="DaysEarly">By how many days early it returned that; negative if late.</param>
/// <param name="Answers">The entry that it claims to answer.</param>
/// <param name="ClaimFails">Why that claim cannot hold; null if it does.</param>
/// <param name="Shortfall">Why less took place than was promised, if the reader may read it.</param>
/// <param name="Doubt">What is doubtful about it, if the reader may read it.</param>
/// <param name="Parts">Site visits within it.</param>
public sealed record EntryView(
    EntryId Entry, string? Reference, ProposalId? Matter, MarkedText? Title, Direction Direction, DateOnly FirstDay, DateOnly LastDay,
    ValueList<FigureView> Figures, string? NotCounted, DateOnly? ReturnBy, EntryId? SettledBy, EntryId? Settles, int? DaysEarly, EntryId? Answers,
    string? ClaimFails, MarkedText? Shortfall, MarkedText? Doubt, ValueList<PartView> Parts);

/// <summary>A site visit within a contact.</summary>
/// <param name="Reference">The row it came from.</param>
/// <param name="Title">What was shown, if the reader may read it.</param>
/// <param name="Sites">How many places.</param>
/// <param name="InReturnFor">The row that it answers in kind.</param>
public sealed record PartView(string Reference, MarkedText? Title, int Sites, string? InReturnFor);

/// <summary>A figure of a contact; null if unknown.</summary>
public sealed record FigureView(Dimension Dimension, decimal? Amount);

/// <summary>Contacts of matters that the reader may not know of, as one sum.</summary>
/// <param name="Contacts">How many.</param>
/// <param name="Given">Of these given.</param>
/// <param name="Received">Of these received.</param>
public sealed record WithheldView(int Contacts, decimal Given, decimal Received);
