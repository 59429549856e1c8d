using Nsdd311.Access;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>The list itself: when it may be set, what it may hold, who sees it (1-domain, section 3).</summary>
public sealed class TheDisclosureItems : DisclosureSpec
{
    [Fact]
    public void A_draft_lists_its_items_as_a_new_text_version_which_the_submission_keeps()
    {
        GivenListed(Inbound);
        When(new ListDisclosure([Cockpit, Crews]), Officer, Monday);
        Then(new ProposalEvent.DisclosureListed([new(1, Cockpit), new(2, Crews)], 2, Monday));

        Given(new ListDisclosure([Cockpit, Crews]), Officer, Monday);
        Given(new Submit([]), Officer, Monday);

        Now.Should().BeOfType<ProposalState.InVetting>().Which.Round.TextVersion.Should().Be(2);
        List.Listed.Should().Equal(Cockpit, Crews);
    }

    [Fact]
    public void What_stays_keeps_its_number_and_no_number_is_given_twice()
    {
        GivenListed(Inbound, Cockpit, Avionics, Crews);
        Given(new ListDisclosure([Avionics, Cockpit]), Officer, Monday);
        Given(new ListDisclosure([Avionics, Crews, Cockpit]), Officer, Monday);

        ((ProposalState.Draft)Now).Dossier.Disclosure.Items.Should().Equal(new(2, Avionics), new DisclosureItem(4, Crews), new DisclosureItem(1, Cockpit));
    }

    [Fact]
    public void Inside_a_round_it_is_an_amendment_with_the_chairs_leave_and_the_others_confirm()
    {
        GivenListed(Inbound, Cockpit);
        Given(new Submit([]), Officer, Monday);
        GivenSettled(Monday);
        GivenAllConcur(Monday);
        When(new ListDisclosure([Crews]), Officer, Friday);
        ThenRefused(new LeaveMissing(LeaveKind.Amendment));

        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Friday);
        Given(new ListDisclosure([Crews]), Officer, Friday);

        var vetting = Now.Should().BeOfType<ProposalState.InVetting>().Subject;
        (vetting.Round.TextVersion, vetting.Matter.Dossier.TextVersion, vetting.Round.IsToBeConfirmed(Cia)).Should().Be((3, 3, true));
        vetting.Matter.Dossier.LeaveFor(LeaveKind.Amendment).Should().BeNull("it was used");
        List.Items.Should().Equal(new DisclosureItem(2, Crews));
    }

    [Fact]
    public void The_list_of_the_next_stage_is_set_before_its_paper_without_leave()
    {
        GivenSubmitted(Inbound);
        GivenCleared();
        Given(new ListDisclosure([Cockpit]), Officer, Friday);
        Given(new HandInStage(Inbound), Officer, Friday);

        List.Listed.Should().Equal(Cockpit);
        ((ProposalState.InVetting)Now).Round.TextVersion.Should().Be(3);
    }

    [Fact]
    public void A_category_that_lists_no_sites_takes_no_list()
    {
        Given(new Draft(Id, PressGuidance()), Officer, Monday);
        When(new ListDisclosure([Cockpit]), Officer, Monday);
        ThenRefused(new DisclosureNotListed(new("statement.press-guidance")));

        GivenAfresh();
        GivenListed(Inbound, Cockpit);
        Given(new Revise(PressGuidance()), Officer, Monday);
        When(new Submit([]), Officer, Monday);
        ThenRefused(new DisclosureNotListed(new("statement.press-guidance")));
        Given(new ListDisclosure([]), Officer, Monday);
        Given(new Submit([]), Officer, Monday);
    }

    [Fact]
    public void A_list_names_an_item_of_a_site_once_and_says_something_new()
    {
        GivenListed(Inbound, Cockpit);
        When(new ListDisclosure([Cockpit]), Officer, Monday);
        ThenRefused(new DisclosureUnchanged());
        When(new ListDisclosure([Cockpit, Item(" ELLSWORTH AFB", "b-1b Cockpit ", DisclosureDecision.Withhold)]), Officer, Monday);
        ThenRefused(new DisclosureDoubled("items[1]"));
        When(new ListDisclosure(Many(201)), Officer, Monday);
        ThenRefused(new DisclosureTooMany(200));
        Given(new ListDisclosure(Many(200)), Officer, Monday);

        static ValueList<Disclosure> Many(int count) => Enumerable.Range(1, count).Select(n => Item("Site", $"Item {n}", DisclosureDecision.Show)).ToValueList();
    }

    [Fact]
    public void Something_is_shown_at_no_more_sites_than_the_ledger_is_asked_for()
    {
        ValueList<Disclosure> five = [.. Enumerable.Range(1, 5).Select(n => Item($"Site {n}", "Barracks", DisclosureDecision.Show))];
        GivenListed(Inbound, [.. five]);
        When(new Submit([]), Officer, Monday);
        ThenRefused(new DisclosureMoreSites(5, 8));

        Given(new ListDisclosure([.. five.Take(4), five[4] with { Decision = DisclosureDecision.Withhold }]), Officer, Monday);
        Given(new Submit([]), Officer, Monday);
        Given(new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair, Monday);
        When(new ListDisclosure(five), Officer, Monday);
        ThenRefused(new DisclosureMoreSites(5, 8));
        When(new Amend(Inbound with { Units = Inbound.Units.With(Units.Of((Dimension.Sites, 3))) }), Officer, Monday);
        ThenRefused(new DisclosureMoreSites(4, 6));
    }

    [Fact]
    public void Only_the_proponent_lists_and_never_what_is_decided_or_over()
    {
        GivenListed(Inbound);
        When(new ListDisclosure([Cockpit]), Member(State), Monday);
        ThenRefused("seat.not-entitled");
        Given(new Submit([]), Officer, Monday);
        GivenSettled(Monday);
        Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Monday);
        foreach (var agency in (AgencyId[])[State, Ocjcs, Cia]) Given(new TakePosition(new Stand.Concur(), []), Member(agency), Monday);
        Given(ClearWith(1), Chair, Monday);

        When(new ListDisclosure([Cockpit]), Officer, Monday);
        ThenRefused("proposal.wrong-state");
    }

    [Fact]
    public void Who_may_not_read_site_or_name_sees_nothing_of_the_item()
    {
        GivenListed(Inbound, Cockpit with { Item = Text("B-1B cockpit", "S") }, Crews with { Reason = Text("A method.", "TS") }, Avionics);

        var (low, high) = (Seen("C"), Seen("TS"));

        low.Items.Select(item => item.Number).Should().Equal(2, 3);
        low.Items[0].Reason.Should().BeNull();
        (low.Marking, high.Marking).Should().Be((new MarkingView("TS", "U"), new MarkingView("TS", "TS")));
        high.Items[0].AskedInReturn.Should().Be(Cockpit.AskedInReturn);
        ProposalView.Of(Now, Of("C"))!.Marking.Should().Be(new MarkingView("TS", "C"), "the list is part of the text, and is not on this page");
        Seen("TS", distributed: false).Items.Should().BeEmpty();
    }

    [Fact]
    public void The_history_has_no_trace_of_what_is_not_seen()
    {
        var secret = new DisclosureItem(1, Cockpit with { Site = Text("Ellsworth AFB", "S") });
        ProposalEvent listed = new ProposalEvent.DisclosureListed([secret, new(2, Crews)], 2, Monday);
        ProposalEvent answered = new ProposalEvent.DisclosureAnswered(new(1, Cia, true, null, new("cia.ig"), Monday));
        var all = DisclosureView.ListedIn([listed, answered]);

        DisclosureView.Shown(listed, all, Of("C")).Should().Be(new ProposalEvent.DisclosureListed([new(2, Crews)], 2, Monday));
        DisclosureView.Shown(answered, all, Of("C")).Should().BeNull();
        DisclosureView.Shown(answered, all, Of("S")).Should().Be(answered);
    }

    private static Sight Of(string clearance, bool distributed = true) => new(new(new("x"), PortionMark.Parse(clearance), []), distributed);

    private DisclosureView Seen(string clearance, bool distributed = true) => DisclosureView.Of(Now, Nsdd, Of(clearance, distributed));
}
