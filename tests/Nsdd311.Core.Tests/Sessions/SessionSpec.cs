using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Sessions;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>Given a session that came so far by its own rules, when a command arrives, then these events follow, or this refusal.</summary>
/// <remarks>The session of journey 3: the SIG, Tuesday 9 May 1989, 10:00.</remarks>
public abstract class SessionSpec
{
    protected static readonly Charter Nsdd = Nsdd311Charter.Load();
    protected static readonly SessionId Id = new(BodyKind.Sig, 1989, 1);
    protected static readonly DateTimeOffset Begins = New("1989-05-09T10:00:00-04:00");
    protected static readonly DateTimeOffset PapersDue = New("1989-05-04T17:00:00-04:00");
    protected static readonly DateTimeOffset Closes = New("1989-05-05T17:00:00-04:00");
    protected static readonly DateTimeOffset Friday = New("1989-04-28T10:00:00-04:00");

    protected static readonly AgencyId State = AgencyId.Parse("STATE");
    protected static readonly AgencyId Dod = AgencyId.Parse("DOD");
    protected static readonly AgencyId Nsc = AgencyId.Parse("NSC");
    protected static readonly AgencyId Ocjcs = AgencyId.Parse("OCJCS");
    protected static readonly AgencyId Cia = AgencyId.Parse("CIA");

    protected static readonly Actor.Person Chair = Person(SeatKind.SigChair, null);
    protected static readonly Actor.Person Secretary = Person(SeatKind.ExecutiveSecretary, null);
    protected static readonly Actor.Person Officer = Person(SeatKind.ActionOfficer, Ocjcs);
    protected static readonly Actor Book = new Actor.Entity(EntityId.SessionBook(BodyKind.Sig));
    protected static readonly Actor Clock = new Actor.Clock();

    protected static readonly AgendaMatter Agreement = Matter(1, "Dangerous activities");
    protected static readonly AgendaMatter Visit = Matter(2, "SecDef visit");

    private Decision<SessionEvent>? decision;

    protected SessionState Now { get; private set; } = SessionDecider.Initial;

    protected Session Session => ((SessionState.Known)Now).Session;

    protected static DateTimeOffset New(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    protected static MarkedText Text(string text, string mark = "U") => new(PortionMark.Parse(mark), text);

    protected static Actor.Person Member(AgencyId agency) => Person(SeatKind.SigMember, agency);

    protected static Actor.Person Person(SeatKind kind, AgencyId? agency) =>
        new(new($"{agency?.ToString() ?? "office"}-{kind}"), "A person", new Seat(kind, agency));

    protected static AgendaMatter Matter(int number, string title) =>
        new(new(Guid.Parse($"01234567-89ab-8cde-8f01-{number:D12}")), new(1989, number), title);

    protected static Open Opening(params AgendaMatter[] matters) => new(Id, Begins, Text("Room 208"), PapersDue, Closes, matters.Select(matter => (AgendaSubject)matter).ToValueList());

    protected static Arrive Coming(Actor.Person person) => new(person.Seat, person.Id);

    protected static Depart Going(Actor.Person person) => new(person.Seat, person.Id);

    protected static DecideItem Refer(int item) => new(item, new BodyRuling.Refer(Text("Over a dissent.", "S")));

    /// <summary>What has been done so far; each step must be allowed.</summary>
    protected void Given(SessionCommand command, Actor actor, DateTimeOffset at)
    {
        var accepted = Decide(command, actor, at).Should().BeOfType<Decision<SessionEvent>.Accepted>($"{command} belongs to the story").Subject;
        foreach (var @event in accepted.Events) Now = SessionDecider.Evolve(Now, @event);
    }

    /// <summary>Another story begins.</summary>
    protected void TellAnew() => Now = SessionDecider.Initial;

    /// <summary>Scheduled, and its matters know that they stand on its agenda.</summary>
    protected void GivenScheduled(params AgendaMatter[] matters)
    {
        Given(Opening(matters), Book, Friday);
        GivenSettled(new SessionAnswer.Known(), Friday);
    }

    protected void GivenTheAgendaIsClosed(params AgendaMatter[] matters)
    {
        GivenScheduled(matters);
        Given(new CheckDeadline(), Clock, Closes);
    }

    /// <summary>NSC by its chair, STATE, DOD and OCJCS are there: just enough.</summary>
    protected void GivenConvened(params AgendaMatter[] matters)
    {
        GivenTheAgendaIsClosed(matters);
        foreach (var agency in (AgencyId[])[State, Dod, Ocjcs]) Given(Coming(Member(agency)), Member(agency), Begins);
        Given(new Convene(), Chair, Begins);
    }

    protected void GivenAdjourned(params AgendaMatter[] matters)
    {
        GivenConvened(matters);
        Given(new Adjourn(), Chair, Begins.AddHours(1));
    }

    protected void GivenCirculated(params AgendaMatter[] matters)
    {
        GivenAdjourned(matters);
        Given(new CirculateMinutes([]), Secretary, Begins.AddHours(2));
    }

    /// <summary>The engine has paid what is owed.</summary>
    protected void GivenSettled(SessionAnswer with, DateTimeOffset at)
    {
        foreach (var owed in SessionDecider.Owed(Now)) Given(new RecordAnswer(owed.Id, with), new Actor.Entity(owed.Creditor), at);
    }

    protected void When(SessionCommand command, Actor actor, DateTimeOffset at) => decision = Decide(command, actor, at);

    protected void Then(params SessionEvent[] expected) => decision.Should().BeOfType<Decision<SessionEvent>.Accepted>().Which.Events.Should().Equal(expected);

    protected void ThenNothing() => Then();

    protected void ThenRefused(string code) => decision.Should().BeOfType<Decision<SessionEvent>.Refused>().Which.Reason.Code.Should().Be(code);

    protected void ThenRefused(Refusal expected) => decision.Should().BeOfType<Decision<SessionEvent>.Refused>().Which.Reason.Should().Be(expected);

    private Decision<SessionEvent> Decide(SessionCommand command, Actor actor, DateTimeOffset at) => SessionDecider.Decide(Now, command, new Context(at, actor, Nsdd));
}
