using Nsdd311.Charters;
using Nsdd311.Marking;

namespace Nsdd311.Reciprocity;

/// <summary>On which side of the account an entry counts. Decided once, when it was entered; a later charter does not move it.</summary>
public enum CountsAs
{
    /// <summary>On neither.</summary>
    Nothing,

    /// <summary>Inbound: the US hosted.</summary>
    Given,

    /// <summary>Outbound: the other side hosted.</summary>
    Received,

    /// <summary>Third ground: half on each, which leaves every balance where it was.</summary>
    HalfEach,
}

/// <summary>A contact that took place, in the ledger of its pair.</summary>
/// <param name="Entry">Its entry.</param>
/// <param name="Reference">The row that it came from, by which a later file may answer it; null if it came from no file.</param>
/// <param name="Category">Its account.</param>
/// <param name="Direction">Who hosted.</param>
/// <param name="Held">As it was entered.</param>
/// <param name="Units">As they count now: one event, and the figures with their corrections. A missing dimension is unknown.</param>
/// <param name="Counts">On which side.</param>
/// <param name="NotCounted">Why on neither: <c>off-quota:summit-margins</c>; null if it counts.</param>
/// <param name="Answers">The entry that it claims to answer; null if it claims nothing.</param>
/// <param name="ReturnBy">The last day on which a debt that it opens is returned in time.</param>
/// <param name="OverdueAt">Midnight after that day in the charter's place, stored so that no later charter moves it.</param>
/// <param name="ReturnAgreed">Whether both sides agreed to that day; otherwise it is the category's.</param>
/// <param name="Doubt">What is doubtful about it; null if nothing is.</param>
/// <param name="Parts">Site visits that belong to it.</param>
/// <param name="Title">What it was; null for a matter's, whose title is the matter's own.</param>
public sealed record LedgerContact(
    EntryId Entry, string? Reference, CategoryCode Category, Direction Direction, ContactAsHeld Held, Units Units, CountsAs Counts, string? NotCounted,
    EntryId? Answers, DateOnly ReturnBy, DateTimeOffset OverdueAt, bool ReturnAgreed, MarkedText? Doubt, ValueList<EntryPart> Parts, MarkedText? Title)
{
    /// <summary>Why a contact counts for nothing whose debt the SIG wrote off.</summary>
    internal const string WrittenOff = "written-off";

    /// <summary>The order in which contacts open and settle debts: last day, first day, entry. It owes nothing to the order of posting.</summary>
    public static Comparer<LedgerContact> ByDay { get; } = Comparer<LedgerContact>.Create((one, other) =>
        (one.Held.LastDay, one.Held.FirstDay).CompareTo((other.Held.LastDay, other.Held.FirstDay)) is not 0 and var days
            ? days
            : string.CompareOrdinal(one.Entry.Value, other.Entry.Value));

    /// <summary>Whether it counts in full for one side, and so opens or settles a debt.</summary>
    public bool IsCounted => Counts is CountsAs.Given or CountsAs.Received;

    /// <summary>The entry that a matter's contact becomes.</summary>
    internal static LedgerContact Of(HoldRequest request, ContactAsHeld held, Charter charter) =>
        Of(new LedgerPosting(request.Entry, request.Category, request.Direction, held, request.Answers, null, null, [], null), charter);

    /// <summary>The entry that a past contact becomes.</summary>
    internal static LedgerContact Of(LedgerPosting posting, Charter charter)
    {
        var rule = charter.Find(posting.Category)?.Reciprocity;
        var (counts, why) = Counting(posting, rule, charter.BaselineFrom);
        var returnBy = posting.ReturnBy ?? ReturnDates.Of(posting.Held.LastDay, rule);
        return new(
            posting.Entry, ReferenceOf(posting.Entry), posting.Category, posting.Direction, posting.Held, posting.Held.Units.AsOneEvent(), counts, why,
            posting.Answers, returnBy, ReturnDates.OverdueAt(returnBy, charter), posting.ReturnBy is not null, posting.Doubt, posting.Parts, posting.Title);
    }

    private static string? ReferenceOf(EntryId entry) => entry.Value.IndexOf('/') is >= 0 and var slash ? entry.Value[(slash + 1)..] : null;

    private static (CountsAs Counts, string? Why) Counting(LedgerPosting posting, ReciprocityRule? rule, DateOnly baseline) => posting.Held.Standing switch
    {
        Standing.OffQuota off => (CountsAs.Nothing, $"off-quota:{off.Ground}"),
        Standing.VisitorsChoice choice => (CountsAs.Nothing, $"visitors-choice:{choice.Cause}"),
        _ when rule is null => (CountsAs.Nothing, "category-without-rule"),
        _ when posting.Held.LastDay < baseline => (CountsAs.Nothing, "before-baseline"),
        Standing.ThirdCountry => OnThirdGround(rule),
        _ when posting.Direction is Direction.ThirdCountry => OnThirdGround(rule),
        _ => (posting.Direction is Direction.Inbound ? CountsAs.Given : CountsAs.Received, null),
    };

    private static (CountsAs Counts, string? Why) OnThirdGround(ReciprocityRule rule) =>
        rule.ThirdCountry is ThirdCountryRule.HalfEach ? (CountsAs.HalfEach, null) : (CountsAs.Nothing, "third-country");
}

/// <summary>When what was received is to be returned.</summary>
internal static class ReturnDates
{
    private static readonly DateOnly Latest = new(9990, 12, 31);

    public static DateOnly Of(DateOnly lastDay, ReciprocityRule? rule) =>
        Clamped(lastDay).AddMonths(rule?.ReturnByMonths ?? 0);

    public static DateTimeOffset OverdueAt(DateOnly returnBy, Charter charter) => charter.Calendar.StartOf(Clamped(returnBy).AddDays(1));

    public static DateOnly Clamped(DateOnly day) => day > Latest ? Latest : day;
}
