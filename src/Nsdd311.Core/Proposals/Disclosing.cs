using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using static Nsdd311.Decision<Nsdd311.Proposals.ProposalEvent>;

namespace Nsdd311.Proposals;

// Sites and items of a visit, shown or withheld, and who concurs in that (1-domain, section 3; docs/adr/0015).
public sealed partial class ProposalDecider
{
    /// <summary>A new list is a new text version, wherever no round is open.</summary>
    private static Decision<ProposalEvent> DecideListing(Dossier dossier, ProposalCommand.ListDisclosure list, Context context) =>
        NotToBeListed(dossier, list.Items, context.Charter) is { } refusal
            ? Refuse(refusal)
            : Accept(Listed(dossier, list.Items, dossier.TextVersion + 1, context));

    /// <summary>Inside a round it is an amendment: with the chair's leave, and the others' positions are to be confirmed.</summary>
    private static Decision<ProposalEvent> DecideListing(ProposalState.InVetting vetting, ProposalCommand.ListDisclosure list, Context context)
    {
        var (matter, version) = (vetting.Matter, vetting.Matter.Dossier.TextVersion + 1);
        if (NotAmendable(vetting) is { } refusal) return Refuse(refusal);
        if (NotToBeListed(matter.Dossier, list.Items, context.Charter) is { } unlisted) return Refuse(unlisted);
        if (NotToFollow(matter, matter.Paper, list.Items, context) is { } unready) return Refuse(unready);
        if (matter.Dossier.LeaveFor(LeaveKind.Amendment) is null) return Refuse(new LeaveMissing(LeaveKind.Amendment));

        return Accept(Amended(vetting, matter.Paper, context), Listed(matter.Dossier, list.Items, version, context));
    }

    private static Decision<ProposalEvent> DecideConcurrence(ProposalState.InVetting vetting, ProposalCommand.AnswerDisclosure answer, Context context) =>
        (MayNotSpeak(vetting.Round, ActingAgency(context)) ?? NotToBeAnswered(vetting, answer, context)) is { } refusal
            ? Refuse(refusal)
            : Accept(Answered(answer, context));

    private static Decision<ProposalEvent> DecideConcurrence(ProposalState.AtSig sig, ProposalCommand.AnswerDisclosure answer, Context context) =>
        (MayNotSpeak(sig, context) ?? NotToBeAnswered(sig, answer, context)) is { } refusal
            ? Refuse(refusal)
            : Accept(Answered(answer, context));

    private static Refusal? NotToBeAnswered(ProposalState.Lodged lodged, ProposalCommand.AnswerDisclosure answer, Context context)
    {
        var concurring = CategoryOf(lodged, context).Disclosure?.Concurring ?? [];
        if (!concurring.Contains(ActingAgency(context))) return new DisclosureNotYours(concurring);

        var item = lodged.Matter.Dossier.Disclosure.Find(answer.Item);
        if (item is null || !item.What.IsSeenBy(mark => Access.Access.MayRead(answer.Clearance, mark))) return new DisclosureItemUnknown(answer.Item);
        if (lodged.Matter.Paper.Direction is not Direction.Inbound) return new DisclosureNotOurs();

        return answer.Concurs || !string.IsNullOrWhiteSpace(answer.Objection?.Text) ? null : new ObjectionMissing();
    }

    private static ProposalEvent.DisclosureAnswered Answered(ProposalCommand.AnswerDisclosure answer, Context context) => new(new(
        answer.Item, ActingAgency(context), answer.Concurs, answer.Concurs ? null : answer.Objection, ((Actor.Person)context.Actor).Id, context.Now));

    private static ProposalEvent.DisclosureListed Listed(Dossier dossier, ValueList<Disclosure> items, int version, Context context) =>
        new(dossier.Disclosure.Number(items), version, context.Now);

    private static Refusal? NotToBeListed(Dossier dossier, ValueList<Disclosure> items, Charter charter)
    {
        if (UnlistedCategory(dossier.Paper, items, charter) is { } unlisted) return unlisted;
        if (items.Count > DisclosureList.Most) return new DisclosureTooMany(DisclosureList.Most);

        var seen = new HashSet<(string Site, string Item)>();
        for (var i = 0; i < items.Count; i++)
            if (!seen.Add((Key(items[i].Site), Key(items[i].Item)))) return new DisclosureDoubled($"items[{i}]");

        return dossier.Disclosure.Listed == items ? new DisclosureUnchanged() : null;
    }

    /// <summary>What keeps a list from coming before the table with this paper: the ledger is asked for as many sites as are shown.</summary>
    private static Refusal? UnreadyToDisclose(Paper paper, ValueList<Disclosure> items, Charter charter)
    {
        if (UnlistedCategory(paper, items, charter) is { } unlisted) return unlisted;
        if (items.Count == 0 || charter.Find(paper.Category)!.Reciprocity?.Dimensions.Any(rule => rule.Dimension == Dimension.Sites) is not true) return null;

        var shown = items.Where(item => item.Decision is DisclosureDecision.Show).Select(item => Key(item.Site)).Distinct().Count();
        return paper.Units.Halves(Dimension.Sites) is { } declared && 2 * shown > declared ? new DisclosureMoreSites(shown, declared) : null;
    }

    /// <summary>What keeps the final stage from being cleared, at the IG and at the SIG: somebody who must has not concurred in an item.</summary>
    private static DisclosureNotConcurred? NotConcurredIn(Matter matter, Stage stage, Charter charter)
    {
        var category = charter.Find(matter.Paper.Category)!;
        if (category.StageAfter(stage) is not null || matter.Paper.Direction is not Direction.Inbound) return null;

        var wanting = matter.Dossier.Disclosure.Wanting(category.Disclosure?.Concurring ?? []);
        return wanting.Count > 0 ? new(wanting) : null;
    }

    private static DisclosureNotListed? UnlistedCategory(Paper paper, ValueList<Disclosure> items, Charter charter) =>
        items.Count > 0 && charter.Find(paper.Category)!.Disclosure is null ? new(paper.Category) : null;

    /// <summary>"ELLSWORTH AFB " is the same site as "Ellsworth AFB".</summary>
    private static string Key(Marking.MarkedText text) => text.Text.Trim().ToUpperInvariant();

    private static Dossier Disclosed(Dossier dossier, ProposalEvent @event) => @event switch
    {
        ProposalEvent.DisclosureListed e => dossier with { TextVersion = e.TextVersion, Disclosure = dossier.Disclosure.Set(e.Items) },
        ProposalEvent.DisclosureAnswered e => dossier with { Disclosure = dossier.Disclosure with { Answers = dossier.Disclosure.Answers.Add(e.Answer) } },
        _ => throw new System.Diagnostics.UnreachableException($"{@event} discloses nothing."),
    };
}
