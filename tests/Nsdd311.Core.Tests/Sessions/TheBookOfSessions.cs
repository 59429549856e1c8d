using Nsdd311.Charters;
using Nsdd311.Sessions;
using static Nsdd311.Sessions.SessionBookCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>Numbers per year and body, and what waits for the next session.</summary>
public sealed class TheBookOfSessions : SessionSpec
{
    private SessionBookState book = SessionBookDecider.Initial;

    [Fact]
    public void A_session_is_numbered_in_the_year_of_its_day_and_its_deadlines_are_working_days_before()
    {
        var scheduled = Scheduled(Begins, Friday);
        scheduled.Session.ToString().Should().Be("sig-1989-01");
        (scheduled.Opening.PapersDue, scheduled.Opening.AgendaCloses).Should().Be((PapersDue, Closes));

        Scheduled(Begins.AddDays(7), Friday).Session.ToString().Should().Be("sig-1989-02");
        Scheduled(New("1990-01-09T10:00:00-05:00"), Friday).Session.ToString().Should().Be("sig-1990-01");
    }

    [Fact]
    public void A_session_whose_agenda_would_be_closed_already_is_not_scheduled()
    {
        Refused(new Schedule(BodyKind.Sig, Begins, Text("Room")), Secretary, Closes).Should().Be("session.too-soon");
        Accepted(new Schedule(BodyKind.Sig, Begins, Text("Room")), Secretary, Closes.AddTicks(-10)).Should().ContainSingle();
    }

    [Fact]
    public void Sessions_are_held_on_working_days_and_scheduled_by_the_executive_secretary()
    {
        Refused(new Schedule(BodyKind.Sig, New("1989-05-13T10:00:00-04:00"), Text("Room")), Secretary, Friday).Should().Be("session.no-working-day");
        Refused(new Schedule(BodyKind.Sig, Begins, Text("Room")), Chair, Friday).Should().Be("seat.not-entitled");
    }

    [Fact]
    public void What_waits_goes_on_the_agenda_of_the_next_that_is_scheduled()
    {
        Accepted(new TakeUp(BodyKind.Sig, Agreement), Book, Friday).Should().Equal(new SessionBookEvent.MatterKept(Agreement, Friday));
        Accepted(new TakeUp(BodyKind.Sig, Agreement), Book, Friday).Should().BeEmpty("it waits already");

        Scheduled(Begins, Friday).Opening.Subjects.Should().Equal(Agreement);
        book.Waiting.Should().BeEmpty();
        Accepted(new TakeUp(BodyKind.Sig, Agreement), Book, Friday).Should().BeEmpty("the session is owed it");
    }

    [Fact]
    public void What_comes_while_an_agenda_is_open_goes_on_it()
    {
        Scheduled(Begins.AddDays(7), Friday);
        var first = Scheduled(Begins, Friday).Session;

        Accepted(new TakeUp(BodyKind.Sig, Agreement), Book, Friday).Should().Equal(new SessionBookEvent.MatterAssigned(1, first, Agreement, Friday));
    }

    [Fact]
    public void What_a_session_would_not_take_goes_to_one_after_it_or_waits()
    {
        Scheduled(Begins, Friday);
        var second = Scheduled(Begins.AddDays(7), Friday).Session;
        Accepted(new TakeUp(BodyKind.Sig, Agreement), Book, Friday);

        Accepted(new RecordAnswer("put-1", "session.called-off"), Book, Friday).Should().Equal(
            new SessionBookEvent.AssignmentAnswered(1, "session.called-off", Friday), new SessionBookEvent.MatterAssigned(2, second, Agreement, Friday));
        Accepted(new RecordAnswer("put-2", "session.agenda-closed"), Book, Friday).Should().Equal(
            new SessionBookEvent.AssignmentAnswered(2, "session.agenda-closed", Friday), new SessionBookEvent.MatterKept(Agreement, Friday));
    }

    [Fact]
    public void What_stands_on_the_agenda_already_is_where_it_belongs()
    {
        Scheduled(Begins, Friday);
        Accepted(new TakeUp(BodyKind.Sig, Agreement), Book, Friday);

        Accepted(new RecordAnswer("put-1", "session.already-on-agenda"), Book, Friday).Should().ContainSingle();
        SessionBookDecider.Owed(book).Should().ContainSingle("only the opening is owed still");
    }

    [Theory]
    [InlineData("sig-1989-01", true)]
    [InlineData("ig-1988-117", true)]
    [InlineData("sig-1989-1", false)]
    [InlineData("sig-1989-00", false)]
    [InlineData("SIG-1989-01", false)]
    [InlineData("nsc-1989-01", false)]
    [InlineData("sig-1989-001", false)]
    [InlineData(null, false)]
    public void A_session_has_one_name(string? text, bool isName) => SessionId.TryParse(text, null, out _).Should().Be(isName);

    private SessionBookEvent.SessionNumbered Scheduled(DateTimeOffset at, DateTimeOffset now) =>
        Accepted(new Schedule(BodyKind.Sig, at, Text("Room 208")), Secretary, now).Should().ContainSingle().Which.Should().BeOfType<SessionBookEvent.SessionNumbered>().Subject;

    private ValueList<SessionBookEvent> Accepted(SessionBookCommand command, Actor actor, DateTimeOffset at)
    {
        var accepted = SessionBookDecider.Decide(book, command, new Context(at, actor, Nsdd)).Should().BeOfType<Decision<SessionBookEvent>.Accepted>().Subject;
        book = accepted.Events.Aggregate(book, SessionBookDecider.Evolve);
        return accepted.Events;
    }

    private string Refused(SessionBookCommand command, Actor actor, DateTimeOffset at) =>
        SessionBookDecider.Decide(book, command, new Context(at, actor, Nsdd)).Should().BeOfType<Decision<SessionBookEvent>.Refused>().Which.Reason.Code;
}
