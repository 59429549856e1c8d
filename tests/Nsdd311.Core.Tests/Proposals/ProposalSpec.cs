using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>Given a matter that came so far by its own rules, when a command arrives, then these events follow, or this refusal.</summary>
public abstract class ProposalSpec
{
    protected static readonly Charter Nsdd = Nsdd311Charter.Load();
    protected static readonly DateTimeOffset Monday = New("1989-10-16T09:00:00-04:00");

    protected static readonly AgencyId State = AgencyId.Parse("STATE");
    protected static readonly AgencyId Dod = AgencyId.Parse("DOD");
    protected static readonly AgencyId Nsc = AgencyId.Parse("NSC");
    protected static readonly AgencyId Ocjcs = AgencyId.Parse("OCJCS");
    protected static readonly AgencyId Cia = AgencyId.Parse("CIA");

    protected static readonly Actor Officer = Person(SeatKind.ActionOfficer, Dod);
    protected static readonly Actor Chair = Person(SeatKind.IgChair, null);

    private Decision<ProposalEvent>? decision;

    protected ProposalState Now { get; private set; } = ProposalDecider.Initial;

    protected static DateTimeOffset New(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    protected static MarkedText Text(string text, string mark = "U") => new(PortionMark.Parse(mark), text);

    protected static Actor Member(AgencyId agency) => Person(SeatKind.IgMember, agency);

    protected static Actor Person(SeatKind kind, AgencyId? agency) =>
        new Actor.Person(new($"{agency?.ToString() ?? "office"}-{kind}"), "A person", new Seat(kind, agency));

    protected static Paper Visit(string from = "1990-05-14", string to = "1990-05-18") => new(
        new("visit.ministerial"), Direction.Outbound, new PairId("secdef~minister-of-defense"), "SecDef visit", Text("SecDef visit to the USSR"),
        [Text("He goes.", "C")], [new(1, Text("We learn."))], new Window(DateOnly.Parse(from), DateOnly.Parse(to)),
        Units.Of((Dimension.Events, 1), (Dimension.Days, 5), (new("persons"), 20), (Dimension.Sites, 4)), [], false, null, null, null);

    protected static Paper PressGuidance(string day = "1989-10-16") => new(
        new("statement.press-guidance"), null, null, "Press guidance", Text("If asked"), [Text("We say this.")], [new(2, Text("Openness."))],
        new Window(DateOnly.Parse(day), DateOnly.Parse(day)), default, [], false, null, null, null);

    protected static ProposalId Id { get; } = new(Guid.Parse("01234567-89ab-8cde-8f01-23456789abcd"));

    /// <summary>Another matter of the same story.</summary>
    protected void GivenAfresh() => Now = ProposalDecider.Initial;

    /// <summary>What has been done so far; each step must be allowed.</summary>
    protected void Given(ProposalCommand command, Actor actor, DateTimeOffset at)
    {
        var accepted = Decide(command, actor, at).Should().BeOfType<Decision<ProposalEvent>.Accepted>($"{command} belongs to the story").Subject;
        foreach (var @event in accepted.Events) Now = ProposalDecider.Evolve(Now, @event);
    }

    /// <summary>The same story is told again from its beginning.</summary>
    protected void TellAnew() => Now = ProposalDecider.Initial;

    /// <summary>What an allowed command would record, without recording it.</summary>
    protected ValueList<ProposalEvent> Decided(ProposalCommand command, Actor actor, DateTimeOffset at) =>
        Decide(command, actor, at).Should().BeOfType<Decision<ProposalEvent>.Accepted>($"{command} is allowed").Subject.Events;

    /// <summary>The engine has paid what is owed: the log number is 1, the ledger grants.</summary>
    protected void GivenSettled(DateTimeOffset at, SettledWith? with = null)
    {
        while (ProposalDecider.Owed(Now) is [var owed, ..])
            Given(new RecordAnswer(owed.Id, with ?? Usual(owed)), new Actor.Entity(owed.Creditor), at);
    }

    protected void GivenSubmitted(Paper? paper = null, DateTimeOffset? at = null)
    {
        Given(new DraftAndSubmit(Id, paper ?? Visit(), []), Officer, at ?? Monday);
        GivenSettled(at ?? Monday);
    }

    protected void GivenAllConcur(DateTimeOffset at)
    {
        foreach (var agency in (AgencyId[])[State, Nsc, Ocjcs, Cia]) Given(new TakePosition(new Stand.Concur(), []), Member(agency), at);
    }

    protected void When(ProposalCommand command, Actor actor, DateTimeOffset at) => decision = Decide(command, actor, at);

    protected void WhenTheClockStrikes(DateTimeOffset at) => When(new CheckDeadline(), new Actor.Clock(), at);

    protected void Then(params ProposalEvent[] expected) =>
        decision.Should().BeOfType<Decision<ProposalEvent>.Accepted>().Which.Events.Should().Equal(expected);

    protected void ThenNothing() => Then();

    protected void ThenRefused(string code) =>
        decision.Should().BeOfType<Decision<ProposalEvent>.Refused>().Which.Reason.Code.Should().Be(code);

    protected void ThenRefused(Refusal expected) =>
        decision.Should().BeOfType<Decision<ProposalEvent>.Refused>().Which.Reason.Should().Be(expected);

    protected static Clear ClearWith(params int[] goals) => new(goals.Select(goal => new Finding(goal, Text("It conforms."))).ToValueList(), [], null);

    protected static SettledWith Usual(Settlement.Obligation owed) => owed switch
    {
        Settlement.NumberMatter number => new SettledWith.Number(new(number.Year, 1)),
        Settlement.AskHold => new SettledWith.Granted([]),
        _ => new SettledWith.Posted(),
    };

    private Decision<ProposalEvent> Decide(ProposalCommand command, Actor actor, DateTimeOffset at) =>
        ProposalDecider.Decide(Now, command, new Context(at, actor, Nsdd));
}
