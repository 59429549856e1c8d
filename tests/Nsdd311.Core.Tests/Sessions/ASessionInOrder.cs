using Nsdd311.Charters;
using Nsdd311.Sessions;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>The rules of 1-domain, section 4, one by one, with the session of journey 3.</summary>
public sealed class ASessionInOrder : SessionSpec
{
    [Fact]
    public void The_same_matter_is_not_put_on_an_agenda_twice()
    {
        GivenScheduled(Agreement);
        When(new PutOnAgenda(Agreement), Secretary, Friday);
        ThenRefused(new AlreadyOnAgenda(1));
    }

    [Fact]
    public void What_was_taken_off_may_be_put_on_again_under_a_number_of_its_own()
    {
        GivenScheduled(Agreement);
        Given(new WithdrawItem(1, Text("Not ripe.")), Secretary, Friday);
        When(new PutOnAgenda(Agreement), Secretary, Friday);
        Then(new SessionEvent.ItemAdded(2, Agreement, Friday));
    }

    [Fact]
    public void A_paper_in_time_needs_no_leave()
    {
        GivenScheduled(Agreement);
        When(new BringPaper(1, Text("Paper"), [Text("Words.", "S")]), Officer, PapersDue.AddTicks(-10));
        Then(new SessionEvent.PaperBrought(new(1, 1, Ocjcs, Text("Paper"), [Text("Words.", "S")], false, PapersDue.AddTicks(-10))));
    }

    [Fact]
    public void A_late_paper_is_accepted_with_the_recorded_leave_of_the_chair_and_the_leave_is_used_up()
    {
        GivenScheduled(Agreement);
        Given(new CheckDeadline(), Clock, PapersDue);
        When(new BringPaper(1, Text("Paper"), []), Officer, PapersDue);
        ThenRefused(new PaperLate(PapersDue));

        Given(new GiveLeave(Ocjcs, Text("It came by sea.")), Chair, PapersDue);
        Given(new BringPaper(1, Text("Paper"), []), Officer, PapersDue);
        Session.Papers[0].IsLate.Should().BeTrue();

        When(new BringPaper(1, Text("Another"), []), Officer, PapersDue);
        ThenRefused("session.paper-late");
    }

    [Fact]
    public void The_chair_of_the_other_body_does_not_convene()
    {
        GivenTheAgendaIsClosed(Agreement);
        When(new Convene(), Person(SeatKind.IgChair, null), Begins);
        ThenRefused(new NotChair(["sig-chair"]));
    }

    [Fact]
    public void Three_of_four_are_no_quorum_and_the_chairs_own_agency_is_counted()
    {
        GivenTheAgendaIsClosed(Agreement);
        foreach (var agency in (AgencyId[])[State, Dod]) Given(Coming(Member(agency)), Member(agency), Begins);
        When(new Convene(), Chair, Begins);
        ThenRefused(new NoQuorum(3, 4, [State, Dod, Nsc], true));

        Given(Coming(Member(Ocjcs)), Member(Ocjcs), Begins);
        When(new Convene(), Chair, Begins);
        Then(new SessionEvent.Arrived(Chair.Seat, Chair.Id, Begins), new SessionEvent.Convened([State, Dod, Nsc, Ocjcs], New("1989-05-12T17:00:00-04:00"), Begins));
    }

    [Fact]
    public void A_member_and_the_alternate_of_one_agency_are_one()
    {
        GivenTheAgendaIsClosed(Agreement);
        foreach (var person in (Actor.Person[])[Member(State), Person(SeatKind.SigAlternate, State), Member(Dod)]) Given(Coming(person), person, Begins);
        When(new Convene(), Chair, Begins);
        ThenRefused("session.no-quorum");
    }

    [Fact]
    public void A_session_is_not_convened_before_its_day()
    {
        GivenTheAgendaIsClosed(Agreement);
        When(new Convene(), Chair, New("1989-05-08T23:59:59-04:00"));
        ThenRefused(new BeforeItsDay(new(1989, 5, 9)));
        When(new Convene(), Chair, New("1989-05-09T00:00:00-04:00"));
        ThenRefused("session.no-quorum");
    }

    [Fact]
    public void Whom_the_chair_named_chairs_and_still_represents_an_agency()
    {
        GivenTheAgendaIsClosed(Agreement);
        Given(new NameActingChair(new(SeatKind.SigMember, State)), Chair, Begins);
        foreach (var agency in (AgencyId[])[Dod, Ocjcs, Cia]) Given(Coming(Member(agency)), Member(agency), Begins);
        Given(new Convene(), Member(State), Begins);

        Now.Should().BeOfType<SessionState.InSession>();
        When(Refer(1), Member(State), Begins);
        Then(new SessionEvent.ItemRuled(1, 1, new BodyRuling.Refer(Text("Over a dissent.", "S")), new(Member(State).Id, Member(State).Seat, [State, Dod, Ocjcs, Cia], Begins)));
    }

    [Fact]
    public void An_acting_chair_sits_at_the_table()
    {
        GivenScheduled();
        When(new NameActingChair(new(SeatKind.IgMember, State)), Chair, Friday);
        ThenRefused("session.acting-chair-unfit");
    }

    [Fact]
    public void Lost_quorum_suspends_what_was_decided_stands_and_the_rest_returns_to_its_queue()
    {
        GivenConvened(Agreement, Visit);
        Given(Refer(1), Chair, Begins);
        GivenSettled(new SessionAnswer.Taken([new(Dod, null, Text("No.", "S"))]), Begins);
        When(Going(Member(Ocjcs)), Member(Ocjcs), Begins);
        Then(new SessionEvent.Departed(Member(Ocjcs).Seat, Member(Ocjcs).Id, Begins), new SessionEvent.Suspended([State, Dod, Nsc], Begins));

        Given(Going(Member(Ocjcs)), Member(Ocjcs), Begins);
        When(Refer(2), Chair, Begins);
        ThenRefused(new NoQuorum(3, 4, [State, Dod, Nsc], true));

        Given(new Adjourn(), Chair, Begins);
        Session.Item(1)!.Status.Should().BeOfType<ItemStatus.Decided>();
        SessionDecider.Owed(Now).Should().Equal(new Settlement.ReturnMatter("return-2", BodyKind.Sig, Visit));
    }

    [Fact]
    public void A_session_without_its_chair_stands_still_however_many_are_there()
    {
        GivenConvened(Agreement);
        Given(Coming(Member(Cia)), Member(Cia), Begins);
        Given(Coming(Member(Nsc)), Member(Nsc), Begins);
        Given(Going(Chair), Chair, Begins);

        Now.Should().BeOfType<SessionState.Suspended>();
    }

    [Fact]
    public void The_chair_convenes_again_when_the_quorum_is_back()
    {
        GivenConvened(Agreement);
        Given(Going(Member(Ocjcs)), Member(Ocjcs), Begins);
        When(new Convene(), Chair, Begins);
        ThenRefused("session.no-quorum");

        Given(Coming(Member(Cia)), Member(Cia), Begins);
        When(Refer(1), Chair, Begins);
        ThenRefused("session.suspended");
        When(new Convene(), Chair, Begins);
        Then(new SessionEvent.Resumed([State, Dod, Nsc, Cia], Begins));
    }

    [Fact]
    public void A_refused_decision_leaves_the_item_open_and_a_taken_one_closes_it()
    {
        GivenConvened(Agreement);
        Given(new DecideItem(1, new BodyRuling.Clear([], [], null)), Chair, Begins);
        When(Refer(1), Chair, Begins);
        ThenRefused(new AnswerAwaited([1]));

        GivenSettled(new SessionAnswer.Refused("proposal.standing-nonconcur", "DOD does not concur."), Begins);
        Session.Item(1)!.Status.Should().Be(new ItemStatus.Open(new MatterRefusal(1, "proposal.standing-nonconcur", "DOD does not concur.")));

        Given(Refer(1), Chair, Begins);
        GivenSettled(new SessionAnswer.Taken([]), Begins);
        When(Refer(1), Chair, Begins);
        ThenRefused(new ItemIsDecided(1));
    }

    [Fact]
    public void An_answer_that_comes_after_the_session_sends_a_refused_item_back_to_its_queue()
    {
        GivenConvened(Agreement);
        Given(Refer(1), Chair, Begins);
        Given(new Adjourn(), Chair, Begins);
        SessionDecider.Owed(Now).Should().ContainSingle().Which.Should().BeOfType<Settlement.PutDecision>();

        GivenSettled(new SessionAnswer.Refused("proposal.standing-nonconcur", "DOD does not concur."), Begins);
        SessionDecider.Owed(Now).Should().Equal(new Settlement.ReturnMatter("return-1", BodyKind.Sig, Agreement));
        GivenSettled(new SessionAnswer.Queued(), Begins);
        SessionDecider.Owed(Now).Should().BeEmpty();
    }

    [Theory]
    [InlineData("proposal.ended")]
    [InlineData("decision.not-before-body")]
    public void A_matter_that_is_elsewhere_does_not_come_back_session_after_session(string code)
    {
        GivenConvened(Agreement);
        Given(Refer(1), Chair, Begins);
        GivenSettled(new SessionAnswer.Refused(code, "It is not here."), Begins);
        When(new Adjourn(), Chair, Begins);
        Then(new SessionEvent.Adjourned([], Begins));
    }

    [Fact]
    public void The_SIG_does_not_forward()
    {
        GivenConvened(Agreement);
        When(new DecideItem(1, new BodyRuling.Forward(Text("You."))), Chair, Begins);
        ThenRefused("session.ruling-of-another-body");
    }

    [Fact]
    public void Nothing_is_decided_after_adjournment()
    {
        GivenAdjourned(Agreement);
        When(Refer(1), Chair, Begins.AddHours(2));
        ThenRefused("session.adjourned");
    }
}
