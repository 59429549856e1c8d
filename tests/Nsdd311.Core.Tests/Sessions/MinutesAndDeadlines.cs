using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>Deadlines of 8-charter, section 2, each at its boundary, and the minutes.</summary>
public sealed class MinutesAndDeadlines : SessionSpec
{
    private static readonly DateTimeOffset MinutesDue = New("1989-05-12T17:00:00-04:00");
    private static readonly DateTimeOffset ApproveAt = New("1989-05-16T17:00:00-04:00");

    [Fact]
    public void Papers_fall_due_and_the_agenda_closes_each_at_its_instant()
    {
        GivenScheduled(Agreement);
        SessionDecider.NextWake(Now).Should().Be(PapersDue);
        When(new CheckDeadline(), Clock, PapersDue.AddTicks(-10));
        ThenNothing();
        Given(new CheckDeadline(), Clock, PapersDue);
        SessionDecider.NextWake(Now).Should().Be(Closes);
        When(new CheckDeadline(), Clock, Closes);
        Then(new SessionEvent.AgendaClosed(Closes, Closes));
    }

    [Fact]
    public void Deadlines_noticed_late_come_in_their_order_with_both_instants()
    {
        GivenScheduled(Agreement);
        When(new CheckDeadline(), Clock, Begins);
        Then(new SessionEvent.PapersFellDue(PapersDue, Begins), new SessionEvent.AgendaClosed(Closes, Begins));
    }

    [Fact]
    public void Nothing_is_put_on_a_closed_agenda()
    {
        GivenTheAgendaIsClosed(Agreement);
        When(new PutOnAgenda(Visit), Secretary, Closes);
        ThenRefused(new AgendaIsClosed(Closes));
        When(new PutOnAgenda(Agreement), Secretary, Closes);
        ThenRefused(new AlreadyOnAgenda(1));
    }

    [Fact]
    public void Minutes_are_overdue_at_the_close_of_the_third_working_day_and_said_so_once()
    {
        GivenAdjourned(Agreement);
        When(new CheckDeadline(), Clock, MinutesDue.AddTicks(-10));
        ThenNothing();
        When(new CheckDeadline(), Clock, MinutesDue);
        Then(new SessionEvent.MinutesOverdue(MinutesDue, MinutesDue));
        Given(new CheckDeadline(), Clock, MinutesDue);
        When(new CheckDeadline(), Clock, MinutesDue.AddDays(9));
        ThenNothing();
    }

    [Fact]
    public void Circulated_minutes_are_not_overdue_and_are_approved_after_five_working_days_without_objection()
    {
        GivenCirculated(Agreement);
        SessionDecider.NextWake(Now).Should().Be(ApproveAt);
        When(new CheckDeadline(), Clock, ApproveAt);
        Then(new SessionEvent.MinutesApproved(null, ApproveAt, ApproveAt));
    }

    [Fact]
    public void An_objection_stops_approval_by_silence_until_they_are_circulated_again()
    {
        GivenCirculated(Agreement);
        When(new CirculateMinutes([]), Secretary, Begins.AddHours(3));
        ThenRefused("session.minutes-circulated");

        Given(new ObjectToMinutes(Text("We never said so.", "S")), Member(Cia), ApproveAt.AddTicks(-10));
        SessionDecider.NextWake(Now).Should().BeNull();
        Given(new CirculateMinutes([Text("CIA never said so.", "S")]), Secretary, ApproveAt);
        ((SessionState.Circulated)Now).Minutes.Version.Should().Be(2);
        SessionDecider.NextWake(Now).Should().Be(New("1989-05-23T17:00:00-04:00"));
    }

    [Fact]
    public void A_later_session_of_the_body_approves_them_while_it_sits()
    {
        var next = new SessionId(BodyKind.Sig, 1989, 2);
        GivenCirculated(Agreement);
        When(new ApproveMinutes(Id, true), Chair, Begins.AddHours(3));
        ThenRefused("session.not-later");
        When(new ApproveMinutes(next, false), Chair, Begins.AddHours(3));
        ThenRefused(new NotSitting("sig-1989-02"));
        When(new ApproveMinutes(next, true), Chair, Begins.AddHours(3));
        Then(new SessionEvent.MinutesApproved(next, Begins.AddHours(3), Begins.AddHours(3)));
    }

    [Fact]
    public void Minutes_wait_for_the_answer_of_a_matter()
    {
        GivenConvened(Agreement);
        Given(Refer(1), Chair, Begins);
        Given(new Adjourn(), Chair, Begins);
        When(new CirculateMinutes([]), Secretary, Begins);
        ThenRefused(new AnswerAwaited([1]));
    }

    [Fact]
    public void Minutes_write_themselves_with_every_mark_kept()
    {
        GivenConvened(Agreement, Visit);
        Given(Refer(1), Chair, Begins);
        GivenSettled(new SessionAnswer.Taken([new(State, new Stand.Concur(), null), new(Dod, new Stand.Nonconcur(Text("No."), Text("Less.")), Text("It binds us.", "S"))]), Begins);
        Given(new DeferItem(2, Text("Next time.", "C")), Chair, Begins);
        Given(new Adjourn(), Chair, Begins.AddHours(1));

        var draft = MinutesDraft.Of((SessionState.Over)Now, Nsdd);
        draft.Where(paragraph => paragraph.Item is not null).Select(paragraph => $"({paragraph.Text.Mark}) {paragraph.Text.Text}").Should().Equal(
            "(U) Item 1 (1989-00001, Dangerous activities): referred to the President by office-SigChair (sig-chair).",
            "(S) Over a dissent.",
            "(U) STATE: concurred.",
            "(U) DOD: did not concur, and dissented:",
            "(S) It binds us.",
            "(U) Item 2 (1989-00002, SecDef visit): deferred; it returns to its queue.",
            "(C) Next time.");
        Banner.Of(Nsdd.Marking, draft.Select(paragraph => paragraph.Text.Mark)).Should().StartWith("SECRET");
    }
}
