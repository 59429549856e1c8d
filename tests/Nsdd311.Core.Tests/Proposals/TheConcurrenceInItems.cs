using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>Of an inbound visit CIA and DOD concur in each item, or its final stage is not cleared (1-domain, section 3; docs/adr/0015).</summary>
public sealed class TheConcurrenceInItems : DisclosureSpec
{
    [Fact]
    public void The_final_stage_waits_for_each_agency_in_each_item_and_the_refusal_names_them()
    {
        GivenAtTheFinalStage(Inbound, Cockpit, Crews);
        When(ClearWith(1), Chair, Friday);
        ThenRefused(new DisclosureNotConcurred([new(1, Dod, false), new(1, Cia, false), new(2, Dod, false), new(2, Cia, false)]));

        GivenAllConcurIn(1);
        Given(No(2), Member(Cia), Friday);
        When(ClearWith(1), Chair, Friday);
        ThenRefused(new DisclosureNotConcurred([new(2, Dod, false), new(2, Cia, true)]));

        GivenAllConcurIn(2);
        Given(ClearWith(1), Chair, Friday);
        Now.Should().BeOfType<ProposalState.Cleared>("an agency may think better of it");
    }

    [Fact]
    public void The_stages_before_the_final_one_do_not_wait_and_an_early_word_counts()
    {
        GivenListed(Inbound, Cockpit);
        Given(new Submit([]), Officer, Monday);
        GivenSettled(Monday);
        GivenAllConcurIn(1);
        GivenCleared();
        for (var stage = 0; stage < 2; stage++)
        {
            Given(new HandInStage(Inbound), Officer, Friday);
            GivenCleared();
        }

        Now.Should().BeOfType<ProposalState.Cleared>();
    }

    [Fact]
    public void An_objection_stands_until_the_item_is_withheld_and_that_is_concurred_in()
    {
        GivenAtTheFinalStage(Inbound, Cockpit, Avionics);
        GivenAllConcurIn(1);
        Given(Yes(2), Member(Dod), Friday);
        Given(No(2), Member(Cia), Friday);
        Given(new Return(Text("Withhold it.")), Chair, Friday);
        Given(new ListDisclosure([Cockpit, Avionics with { Decision = DisclosureDecision.Withhold }]), Officer, Friday);
        Given(new Resubmit(null), Officer, Friday);
        GivenAllConcur(Friday);

        When(ClearWith(1), Chair, Friday);
        ThenRefused(new DisclosureNotConcurred([new(3, Dod, false), new(3, Cia, false)]));
        GivenAllConcurIn(3);
        Given(ClearWith(1), Chair, Friday);
    }

    [Fact]
    public void An_item_that_is_changed_and_changed_back_is_concurred_in_anew()
    {
        GivenAtTheFinalStage(Inbound, Cockpit);
        GivenAllConcurIn(1);
        foreach (var what in (Disclosure[])[Cockpit with { AskedInReturn = null }, Cockpit])
        {
            Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
            Given(new ListDisclosure([what]), Officer, Friday);
        }

        GivenAllConcur(Friday);
        When(ClearWith(1), Chair, Friday);
        ThenRefused(new DisclosureNotConcurred([new(3, Dod, false), new(3, Cia, false)]));
    }

    [Fact]
    public void Another_paragraph_leaves_the_concurrences_as_they_are()
    {
        GivenAtTheFinalStage(Inbound, Cockpit);
        GivenAllConcurIn(1);
        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
        Given(new Amend(Inbound with { Paragraphs = [Text("He comes by train.")] }), Officer, Friday);
        GivenAllConcur(Friday);

        Given(ClearWith(1), Chair, Friday);
    }

    [Fact]
    public void What_the_other_side_shows_needs_no_concurrence()
    {
        GivenAtTheFinalStage(Visit(), Item("Kubinka", "Blackjack", DisclosureDecision.Show));
        When(Yes(1), Member(Cia), Friday);
        ThenRefused(new DisclosureNotOurs());
        DisclosureView.Of(Now, Nsdd, new(new(new("x"), new(), []), IsDistributed: true)).Items.Should().ContainSingle().Which.Concurrences.Should().BeEmpty();

        Given(ClearWith(1), Chair, Friday);
    }

    [Fact]
    public void Only_the_members_of_the_agencies_that_the_charter_names_answer_an_item_that_they_see()
    {
        GivenAtTheFinalStage(Inbound, Cockpit with { Item = Text("B-1B cockpit", "S") });

        When(Yes(1), Member(State), Friday);
        ThenRefused(new DisclosureNotYours([Dod, Cia]));
        When(Yes(1), Officer, Friday);
        ThenRefused("position.not-your-seat");
        When(Yes(2), Member(Cia), Friday);
        ThenRefused(new DisclosureItemUnknown(2));
        When(Yes(1) with { Clearance = PortionMark.Parse("C") }, Member(Cia), Friday);
        ThenRefused(new DisclosureItemUnknown(1));
        When(new AnswerDisclosure(1, false, Text(" "), PortionMark.Parse("S")), Member(Cia), Friday);
        ThenRefused(new ObjectionMissing());
        When(Yes(1) with { Clearance = PortionMark.Parse("S") }, Person(SeatKind.IgAlternate, Cia), Friday);
        Then(new ProposalEvent.DisclosureAnswered(new(1, Cia, true, null, new("CIA-IgAlternate"), Friday)));
    }

    [Fact]
    public void The_SIG_waits_for_it_by_paper_and_in_session_and_hears_its_own_members()
    {
        GivenAtTheFinalStage(Inbound, Cockpit);
        Given(Yes(1), Member(Dod), Friday);
        Given(new Forward(Text("You.")), Chair, Friday);
        foreach (var agency in (AgencyId[])[State, Dod, Nsc, Ocjcs, Cia]) Given(new TakePosition(new Stand.Concur(), []), Person(SeatKind.SigMember, agency), Friday);
        var (clear, chair, session) = (new BodyRuling.Clear([new(1, Text("It conforms."))], [], null), Person(SeatKind.SigChair, null), new SessionId(BodyKind.Sig, 1989, 1));

        When(new DecideByPaper(clear), chair, Friday);
        ThenRefused(new DisclosureNotConcurred([new(1, Cia, false)]));
        When(new DecideInSession(new(session, 1, clear, new(new("nsc.sig"), new Seat(SeatKind.SigChair), [Nsc], Friday))), new Actor.Entity(new("sig-session", session.ToString())), Friday);
        ThenRefused(new DisclosureNotConcurred([new(1, Cia, false)]));
        When(Yes(1), Member(Cia), Friday);
        ThenRefused("round.closed");

        Given(Yes(1), Person(SeatKind.SigMember, Cia), Friday);
        Given(new DecideByPaper(clear), chair, Friday);
        Now.Should().BeOfType<ProposalState.Cleared>();
    }

    [Fact]
    public void The_Presidents_approval_is_recorded_whatever_is_concurred_in()
    {
        GivenAtTheFinalStage(Inbound, Cockpit);
        Given(new Forward(Text("You.")), Chair, Friday);
        foreach (var agency in (AgencyId[])[State, Dod, Nsc, Ocjcs, Cia]) Given(new TakePosition(new Stand.Concur(), []), Person(SeatKind.SigMember, agency), Friday);
        Given(new DecideByPaper(new BodyRuling.Refer(Text("He decides."))), Person(SeatKind.SigChair, null), Friday);

        Given(new RecordPresidentialDecision(new(true, Text("Paper 1"), new(1989, 10, 20), null), []), Person(SeatKind.SigChair, null), Friday);
        Now.Should().BeOfType<ProposalState.Cleared>();
    }

    [Fact]
    public void A_change_of_sites_after_clearance_asks_for_the_new_items_alone()
    {
        GivenAtTheFinalStage(Inbound, Cockpit);
        GivenAllConcurIn(1);
        GivenCleared();
        var sites = new ChangeOfPlan(null, default, null, Text("They ask for more."));
        When(new Change(sites with { Disclosed = [Cockpit] }), Officer, Friday);
        ThenRefused(new NothingChanged());
        When(new Change(sites with { Disclosed = [Cockpit, Cockpit] }), Officer, Friday);
        ThenRefused(new DisclosureDoubled("items[1]"));

        Given(new Change(sites with { Disclosed = [Cockpit, Item("Luke AFB", "F-15", DisclosureDecision.Show)] }), Officer, Friday);
        Now.Should().BeOfType<ProposalState.InVetting>().Which.Matter.Dossier.TextVersion.Should().Be(5);
        var change = ProposalView.Of(Now, new(new(new("x"), new(), []), IsDistributed: true))!.Changes.Should().ContainSingle().Subject;
        (change.ItemsRemoved, change.ItemsAdded).Should().Be(((ValueList<int>)[], (ValueList<int>)[2]));
        GivenAllConcur(Friday);
        When(ClearWith(1), Chair, Friday);
        ThenRefused(new DisclosureNotConcurred([new(2, Dod, false), new(2, Cia, false)]));
        GivenAllConcurIn(2);
        Given(ClearWith(1), Chair, Friday);
    }

    [Fact]
    public void A_change_of_days_keeps_the_items_and_their_concurrences()
    {
        GivenAtTheFinalStage(Inbound, Cockpit);
        GivenAllConcurIn(1);
        GivenCleared();
        Given(new Change(new(new Window(new(1990, 5, 15), new(1990, 5, 18)), default, null, Text("A day later."))), Officer, Friday);

        GivenCleared();
        List.Listed.Should().Equal(Cockpit);
    }
}
