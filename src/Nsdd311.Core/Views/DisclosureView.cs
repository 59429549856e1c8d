using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;

namespace Nsdd311.Views;

/// <summary>The sites and items of a visit as one reader sees them. What the reader may not see is not there; numbers are never given twice, so a gap among them says nothing.</summary>
/// <param name="TextVersion">The version of the text that they belong to.</param>
/// <param name="Marking">Of the whole list, and of what is shown of it.</param>
/// <param name="Items">In the order of the list.</param>
public sealed record DisclosureView(int TextVersion, MarkingView Marking, ValueList<DisclosureItemView> Items)
{
    /// <summary>The list; empty where the category lists no sites.</summary>
    public static DisclosureView Of(ProposalState state, Charter charter, Sight sight)
    {
        var dossier = MatterFacts.DossierOf(state)!;
        var (list, category) = (dossier.Disclosure, charter.Find(dossier.Paper.Category));
        var concurring = dossier.Paper.Direction is Direction.Inbound ? category?.Disclosure?.Concurring ?? [] : [];
        var seen = list.Items.Keep(item => item.What.IsSeenBy(sight.Reads));
        return new(
            dossier.TextVersion, MarkingView.Of(list.Items, sight),
            seen.Select(item => DisclosureItemView.Of(item, list, concurring, sight)).ToValueList());
    }

    /// <summary>The fact as the reader may know of it: without items that are not seen; null if nothing of it is left.</summary>
    /// <param name="fact">Any fact of a matter.</param>
    /// <param name="listed">Every item that the matter ever listed, by its number.</param>
    /// <param name="sight">What the reader sees of the matter.</param>
    public static ProposalEvent? Shown(ProposalEvent fact, IReadOnlyDictionary<int, DisclosureItem> listed, Sight sight) => fact switch
    {
        ProposalEvent.DisclosureListed e => e with { Items = e.Items.Keep(item => item.What.IsSeenBy(sight.Reads)) },
        ProposalEvent.DisclosureAnswered e => listed[e.Answer.Item].What.IsSeenBy(sight.Reads) ? e : null,
        _ => fact,
    };

    /// <summary>Every item that these facts list, by its number.</summary>
    public static IReadOnlyDictionary<int, DisclosureItem> ListedIn(IEnumerable<ProposalEvent> facts) =>
        facts.OfType<ProposalEvent.DisclosureListed>().SelectMany(fact => fact.Items).DistinctBy(item => item.Number).ToDictionary(item => item.Number);
}

/// <summary>An item, and who concurs in it.</summary>
/// <param name="Number">In the matter, from 1.</param>
/// <param name="Site">Where.</param>
/// <param name="Item">What.</param>
/// <param name="Decision">Whether it is shown or withheld.</param>
/// <param name="Reason">Why, if the reader may read it.</param>
/// <param name="AskedInReturn">What was asked in return, if anything and if the reader may read it.</param>
/// <param name="Concurrences">Of each agency whose concurrence an inbound visit needs; none otherwise.</param>
public sealed record DisclosureItemView(
    int Number, MarkedText Site, MarkedText Item, DisclosureDecision Decision, MarkedText? Reason, MarkedText? AskedInReturn, ValueList<ConcurrenceView> Concurrences)
{
    internal static DisclosureItemView Of(DisclosureItem item, DisclosureList list, ValueList<AgencyId> concurring, Sight sight) => new(
        item.Number, item.What.Site, item.What.Item, item.What.Decision, sight.See(item.What.Reason), sight.See(item.What.AskedInReturn),
        concurring.Select(agency => ConcurrenceView.Of(agency, list.Standing(item.Number, agency), sight)).ToValueList());
}

/// <summary>What an agency says to an item. No answer is <c>silent</c>, never concurrence.</summary>
/// <param name="Agency">Which.</param>
/// <param name="Position">concur, nonconcur or silent.</param>
/// <param name="Objection">What it objects, if the reader may read it.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ConcurrenceView(AgencyId Agency, string Position, MarkedText? Objection, PersonId? By, DateTimeOffset? At)
{
    internal static ConcurrenceView Of(AgencyId agency, DisclosureAnswer? answer, Sight sight) => new(
        agency, answer is null ? "silent" : answer.Concurs ? "concur" : "nonconcur", sight.See(answer?.Objection), answer?.By, answer?.At);
}
