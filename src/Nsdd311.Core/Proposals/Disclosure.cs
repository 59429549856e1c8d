using Nsdd311.Marking;

namespace Nsdd311.Proposals;

/// <summary>What a visitor may ask to see at a site, and whether it is shown or kept back: "taking appropriate security precautions" (the directive, goal 3).</summary>
/// <param name="Site">Where.</param>
/// <param name="Item">What.</param>
/// <param name="Decision">Whether it is shown. What is not listed is not shown.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedInReturn">What was asked in return; null for nothing.</param>
public sealed record Disclosure(MarkedText Site, MarkedText Item, DisclosureDecision Decision, MarkedText Reason, MarkedText? AskedInReturn)
{
    /// <summary>Whether whoever reads these marks sees the item. Without its site and its name nothing of it is seen, as if it were not listed.</summary>
    public bool IsSeenBy(Func<PortionMark, bool> reads) => reads(Site.Mark) && reads(Item.Mark);

    /// <summary>Every text of it.</summary>
    public ValueList<MarkedText> Portions => AskedInReturn is null ? [Site, Item, Reason] : [Site, Item, Reason, AskedInReturn];
}

/// <summary>Whether an item is shown.</summary>
public enum DisclosureDecision
{
    /// <summary>The visitor sees it.</summary>
    Show,

    /// <summary>The visitor does not.</summary>
    Withhold,
}

/// <summary>A disclosure with its number in the matter. A number is never given twice: what is changed is another item, and an answer means what it was given to.</summary>
/// <param name="Number">From 1.</param>
/// <param name="What">What is disclosed, or is not.</param>
public sealed record DisclosureItem(int Number, Disclosure What);

/// <summary>An agency's word on one item; the latest of each agency stands.</summary>
/// <param name="Item">The item, by its number.</param>
/// <param name="Agency">Whose.</param>
/// <param name="Concurs">Whether it concurs in what is to be shown or withheld.</param>
/// <param name="Objection">What it objects; null if it concurs.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record DisclosureAnswer(int Item, AgencyId Agency, bool Concurs, MarkedText? Objection, PersonId By, DateTimeOffset At);

/// <summary>An agency whose concurrence in an item is wanting.</summary>
/// <param name="Item">The item, by its number.</param>
/// <param name="Agency">Whose.</param>
/// <param name="Objects">Whether it does not concur; else it has said nothing, which is no concurrence.</param>
public sealed record DisclosureWanting(int Item, AgencyId Agency, bool Objects);

/// <summary>The disclosure items of a text version, and what the agencies say to them.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Answers">To items that are on the list, oldest first.</param>
/// <param name="Numbered">The highest number that was ever given.</param>
public sealed record DisclosureList(ValueList<DisclosureItem> Items, ValueList<DisclosureAnswer> Answers, int Numbered)
{
    /// <summary>The most items of one list.</summary>
    public const int Most = 200;

    /// <summary>Nothing is listed.</summary>
    public static DisclosureList None { get; } = new([], [], 0);

    /// <summary>What is listed, without numbers.</summary>
    public ValueList<Disclosure> Listed => Items.Map(static item => item.What);

    /// <summary>These, numbered: what stays as it was keeps its number, all else gets one that nothing had before.</summary>
    public ValueList<DisclosureItem> Number(ValueList<Disclosure> listed)
    {
        var next = Numbered;
        return listed.Select(what => Items.FirstOrDefault(item => item.What == what) ?? new(++next, what)).ToValueList();
    }

    /// <summary>The list after another was set: answers stay with the items that stayed.</summary>
    public DisclosureList Set(ValueList<DisclosureItem> items) => new(
        items, Answers.Keep(answer => items.Any(item => item.Number == answer.Item)), items.Select(item => item.Number).Append(Numbered).Max());

    /// <summary>The item of this number; null if the list has none.</summary>
    public DisclosureItem? Find(int number) => Items.FirstOrDefault(item => item.Number == number);

    /// <summary>What the agency says to the item; null if nothing.</summary>
    public DisclosureAnswer? Standing(int item, AgencyId agency) => Answers.LastOrDefault(answer => answer.Item == item && answer.Agency == agency);

    /// <summary>The concurrences that are wanting.</summary>
    public ValueList<DisclosureWanting> Wanting(ValueList<AgencyId> agencies) =>
        Items.SelectMany(item => agencies.Where(agency => Standing(item.Number, agency) is not { Concurs: true })
            .Select(agency => new DisclosureWanting(item.Number, agency, Standing(item.Number, agency) is not null))).ToValueList();
}
