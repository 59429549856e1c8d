using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>Sentences of 1-domain, section 4, that no other test is named after.</summary>
public sealed class TheStepsOfASession : SessionSpec
{
    private static readonly DateTimeOffset Noon = Begins.AddHours(2);

    [Fact]
    public void It_goes_from_its_schedule_with_date_place_papers_due_and_agenda_to_its_approved_minutes_step_by_step()
    {
        GivenScheduled(Agreement, Visit);
        (Session.At, Session.Place, Session.PapersDue).Should().Be((Begins, Text("Room 208"), PapersDue));
        Session.Items.Select(item => item.Matter).Should().Equal(Agreement, Visit);
        Given(new CheckDeadline(), Clock, Closes);
        Now.Should().BeOfType<SessionState.AgendaClosed>();
        foreach (var agency in (AgencyId[])[State, Dod, Ocjcs]) Given(Coming(Member(agency)), Member(agency), Begins);
        Given(new Convene(), Chair, Begins);
        Now.Should().BeOfType<SessionState.InSession>();
        Given(Refer(1), Chair, Noon);
        GivenSettled(new SessionAnswer.Taken([]), Noon);
        Given(new Adjourn(), Chair, Noon);
        Now.Should().BeOfType<SessionState.Adjourned>();
        Given(new CirculateMinutes([]), Secretary, Noon);
        Now.Should().BeOfType<SessionState.Circulated>();
        Given(new CheckDeadline(), Clock, New("1989-05-16T17:00:00-04:00"));
        Now.Should().BeOfType<SessionState.Approved>();
    }

    [Fact]
    public void Each_item_is_decided_deferred_or_withdrawn()
    {
        GivenConvened(Agreement, Visit, Matter(3, "Ships"));

        Given(Refer(1), Chair, Noon);
        GivenSettled(new SessionAnswer.Taken([]), Noon);
        Given(new DeferItem(2, Text("Next time.")), Chair, Noon);
        Given(new WithdrawItem(3, Text("Not ripe.")), Secretary, Noon);

        Session.Items.Select(item => item.Status.GetType().Name).Should().Equal("Decided", "Deferred", "Withdrawn");
        Given(new Adjourn(), Chair, Noon);
        var owed = SessionDecider.Owed(Now).Should().ContainSingle("only what was put off returns to its queue").Which.Should().BeOfType<Settlement.ReturnMatter>().Subject;
        owed.Subject.Should().Be(Visit);
        When(new RecordAnswer(owed.Id, new SessionAnswer.Queued()), new Actor.Entity(owed.Creditor), Noon);
        Then(new SessionEvent.ItemReturned(2, null, Noon));
    }

    [Fact]
    public void A_decision_taken_in_session_carries_the_sessions_id_and_the_item_keeps_every_agencys_position_and_dissent()
    {
        GivenConvened(Agreement);
        Given(Refer(1), Chair, Noon);

        var owed = SessionDecider.Owed(Now).Should().ContainSingle().Which.Should().BeOfType<Settlement.PutDecision>().Subject;
        (owed.Matter, owed.Decision.Session, owed.Decision.Item).Should().Be((Agreement.Id, Id, 1));
        owed.Decision.By.Should().Be(new DecidedBy(Chair.Id, Chair.Seat, [State, Dod, Nsc, Ocjcs], Noon));

        ValueList<VoicedPosition> positions =
        [
            new(State, new Stand.Concur(), null), new(Dod, new Stand.Nonconcur(Text("Too much is shown.", "C"), Text("Less.")), Text("Too much is shown.", "C")),
            new(Nsc, new Stand.Concur(), null), new(Ocjcs, null, null), new(Cia, null, null),
        ];
        Given(new RecordAnswer(owed.Id, new SessionAnswer.Taken(positions)), new Actor.Entity(owed.Creditor), Noon);

        Session.Items[0].Status.Should().Be(new ItemStatus.Decided(new BodyRuling.Refer(Text("Over a dissent.", "S")), owed.Decision.By, positions));
        SessionDecider.Owed(Now).Should().BeEmpty();
    }

    [Fact]
    public void A_late_paper_needs_the_leave_of_the_chair_of_the_body_that_meets_and_the_leave_is_recorded()
    {
        GivenScheduled(Agreement);
        Given(new CheckDeadline(), Clock, PapersDue);
        When(new BringPaper(1, Text("Paper"), []), Officer, PapersDue);
        ThenRefused("session.paper-late");
        foreach (var other in (Actor[])[Secretary, Member(Ocjcs), Person(SeatKind.IgChair, null)])
        {
            When(new GiveLeave(Ocjcs, Text("It came by sea.")), other, PapersDue);
            ThenRefused("session.not-chair");
        }

        When(new GiveLeave(Ocjcs, Text("It came by sea.")), Chair, PapersDue);
        Then(new SessionEvent.LeaveGiven(new(Ocjcs, Text("It came by sea.")), PapersDue));
        Given(new GiveLeave(Ocjcs, Text("It came by sea.")), Chair, PapersDue);
        When(new BringPaper(1, Text("Paper"), []), Person(SeatKind.ActionOfficer, Cia), PapersDue);
        ThenRefused("session.paper-late");
        Given(new BringPaper(1, Text("Paper"), []), Officer, PapersDue);
        Session.Papers.Should().ContainSingle().Which.IsLate.Should().BeTrue();
    }

    [Fact]
    public void The_executive_secretary_keeps_agenda_and_minutes_of_both_bodies_and_each_bodys_own_chair_convenes()
    {
        foreach (var (body, chair, table, other) in (ValueTuple<BodyKind, Actor.Person, SeatKind, Actor.Person>[])[
            (BodyKind.Ig, Person(SeatKind.IgChair, null), SeatKind.IgMember, Chair), (BodyKind.Sig, Chair, SeatKind.SigMember, Person(SeatKind.IgChair, null))])
        {
            TellAnew();
            Given(Opening(Agreement) with { Id = new(body, 1989, 1) }, new Actor.Entity(EntityId.SessionBook(body)), Friday);
            Given(new PutOnAgenda(Visit), Secretary, Friday);
            Given(new CheckDeadline(), Clock, Closes);
            foreach (var agency in (AgencyId[])[State, Dod, Ocjcs, Cia]) Given(Coming(Person(table, agency)), Person(table, agency), Begins);
            When(new Convene(), other, Begins);
            ThenRefused("session.not-chair");

            Given(new Convene(), chair, Begins);
            Given(new Adjourn(), chair, Noon);
            Given(new CirculateMinutes([]), Secretary, Noon);
        }
    }

    [Fact]
    public void A_matter_on_the_agenda_is_told_whatever_becomes_of_its_item_and_a_motion_is_told_nothing()
    {
        Given(Opening(Agreement), Book, Friday);
        Given(new PutOnAgenda(new AgendaMotion(PairId.Parse("cno~cinc-navy"), 1)), Secretary, Friday);
        Session.Items.Select(item => item.Notice).Should().Equal(Errand.Owed, Errand.None);

        Given(new WithdrawItem(1, Text("Not ripe.")), Secretary, Friday);
        var owed = SessionDecider.Owed(Now).Should().ContainSingle().Which.Should().BeOfType<Settlement.TellOfAgenda>().Subject;
        Given(new RecordAnswer(owed.Id, new SessionAnswer.Known()), new Actor.Entity(owed.Creditor), Friday);

        Session.Items.Select(item => item.Notice).Should().Equal(Errand.Done, Errand.None);
        SessionDecider.Owed(Now).Should().BeEmpty();
    }
}
