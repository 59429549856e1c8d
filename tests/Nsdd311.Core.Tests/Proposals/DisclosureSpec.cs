using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>An inbound visit with its sites and items, up to the final stage.</summary>
public abstract class DisclosureSpec : ProposalSpec
{
    protected static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");

    protected static readonly Disclosure Cockpit = Item("Ellsworth AFB", "B-1B cockpit", DisclosureDecision.Show) with { AskedInReturn = Text("The Blackjack.", "C") };
    protected static readonly Disclosure Avionics = Item("Ellsworth AFB", "B-1B avionics", DisclosureDecision.Show);
    protected static readonly Disclosure Crews = Item("Ellsworth AFB", "Missile crew trainer", DisclosureDecision.Withhold);

    protected static Paper Inbound => Visit() with { Direction = Direction.Inbound };

    protected DisclosureList List => ((ProposalState.Lodged)Now).Matter.Dossier.Disclosure;

    protected static Disclosure Item(string site, string item, DisclosureDecision decision) => new(Text(site), Text(item), decision, Text("Goal 3."), null);

    protected static AnswerDisclosure Yes(int item) => new(item, true, null, PortionMark.Parse("TS"));

    protected static AnswerDisclosure No(int item) => new(item, false, Text("Not the avionics."), PortionMark.Parse("TS"));

    protected void GivenListed(Paper paper, params Disclosure[] items)
    {
        Given(new Draft(Id, paper), Officer, Monday);
        if (items.Length > 0) Given(new ListDisclosure([.. items]), Officer, Monday);
    }

    protected void GivenAtTheFinalStage(Paper paper, params Disclosure[] items)
    {
        GivenListed(paper, items);
        Given(new Submit([]), Officer, Monday);
        GivenSettled(Monday);
        for (var stage = 0; stage < 2; stage++)
        {
            GivenCleared();
            Given(new HandInStage(paper), Officer, Friday);
        }

        GivenAllConcur(Friday);
    }

    protected void GivenCleared()
    {
        GivenAllConcur(Friday);
        Given(ClearWith(1), Chair, Friday);
        GivenSettled(Friday);
    }

    protected void GivenAllConcurIn(params int[] items)
    {
        foreach (var item in items)
            foreach (var agency in (AgencyId[])[Dod, Cia]) Given(Yes(item), Member(agency), Friday);
    }
}
