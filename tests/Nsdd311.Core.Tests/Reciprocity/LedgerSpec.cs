using Nsdd311.Charters;
using Nsdd311.Reciprocity;
using Nsdd311.Tests.Imports;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Reciprocity;

/// <summary>Given a ledger, when it is asked or told something, then these facts follow, or this refusal.</summary>
public abstract class LedgerSpec
{
    protected static readonly Charter Charter = TheFile.Charter;
    protected static readonly PairId Secdef = PairId.Parse("secdef~minister-of-defense");
    protected static readonly PairId Navy = PairId.Parse("cno~cinc-navy");
    protected static readonly PairId Academies = PairId.Parse("ndu~voroshilov-academy");
    protected static readonly PairId Sports = PairId.Parse("us-forces-sports~soviet-forces-sports");

    protected static readonly CategoryCode Ministerial = CategoryCode.Parse("visit.ministerial");
    protected static readonly CategoryCode Ships = CategoryCode.Parse("exchange.ship-visit");
    protected static readonly CategoryCode Lectures = CategoryCode.Parse("exchange.education");
    protected static readonly CategoryCode Games = CategoryCode.Parse("exchange.sports");

    protected static readonly Actor Matter = new Actor.Entity(new("proposal", "some"));
    protected static readonly Actor Secretary = new Actor.Person(new("dod.ig-chair"), "Secretary", new(SeatKind.ExecutiveSecretary));
    protected static readonly Actor Chair = new Actor.Person(new("dod.ig-chair"), "Chair", new(SeatKind.IgChair));
    protected static readonly Actor SigChair = new Actor.Person(new("nsc.sig"), "SIG chair", new(SeatKind.SigChair));
    protected static readonly Actor Engine = new Actor.Clock();

    private Decision<PairEvent> decision = Decision<PairEvent>.Nothing;

    protected PairState State { get; private set; } = PairDecider.Initial;

    protected DateTimeOffset Now { get; set; } = At("1989-12-31 09:00 -05:00");

    protected static Actor Sig(string agency) =>
        new Actor.Person(new($"{agency.ToLowerInvariant()}.sig"), agency, new(SeatKind.SigMember, AgencyId.Parse(agency)));

    protected static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant);

    protected static DateOnly Day(string day) => DateOnly.Parse(day);

    protected static Dimension Of(string code) => new(code);

    /// <summary>A matter's entry: the same name, the same UUID.</summary>
    protected static EntryId Entry(string name) => new(CommandId.Of(name).ToGuid().ToString("D"));

    protected static HoldRequest Asking(string name, CategoryCode category, Direction direction, string from, string to, params (string Dimension, int Whole)[] units) =>
        new(Entry(name), category, direction, Figures(units), Day(from), Day(to), null);

    protected static Units Figures(params (string Dimension, int Whole)[] units) =>
        Units.Of([.. units.Select(unit => (new Dimension(unit.Dimension), unit.Whole))]);

    protected static LedgerPosting Past(string name, CategoryCode category, Direction direction, string from, string to, params (string Dimension, int Whole)[] units) =>
        new(new($"file/{name}"), category, direction, Held(from, to, units), null, null, null, [], U(name));

    protected static ContactAsHeld Held(string from, string to, params (string Dimension, int Whole)[] units) =>
        new(Day(from), Day(to), Figures(units), new Standing.Counted(), null);

    protected void GivenTheFile(PairId pair) => State = TheFile.Ledgers(TheFile.Plan(TheFile.Bytes))[pair];

    protected void Given(PairId pair, params LedgerPosting[] past) => Must(new PairCommand.PostLot(pair, past.ToValueList()), Matter);

    /// <summary>Does it, and it is accepted.</summary>
    protected ValueList<PairEvent> Must(PairCommand command, Actor actor)
    {
        When(command, actor);
        return Accepted();
    }

    protected void When(PairCommand command, Actor actor)
    {
        decision = PairDecider.Decide(State, command, new(Now, actor, Charter));
        if (decision is Decision<PairEvent>.Accepted { Events: var events }) State = events.Aggregate(State, PairDecider.Evolve);
    }

    protected ValueList<PairEvent> Accepted() => decision.Should().BeOfType<Decision<PairEvent>.Accepted>().Which.Events;

    /// <summary>The answer in a word: the first fact's name, the refusal's code, or nothing.</summary>
    protected string Answer() => decision switch
    {
        Decision<PairEvent>.Refused refused => refused.Reason.Code,
        Decision<PairEvent>.Accepted { Events: [var first, ..] } => first.GetType().Name,
        _ => "nothing",
    };

    protected void ThenNothing() => Accepted().Should().BeEmpty();

    protected void ThenGranted(params string[] sums) => Sums(Accepted().Should().ContainSingle(e => e is PairEvent.HoldGranted).Which.As<PairEvent.HoldGranted>().Sum, sums);

    protected void ThenBlocked(string code, params string[] sums)
    {
        var impediment = Accepted()[0].Should().BeOfType<PairEvent.HoldBlocked>().Which.Impediment;
        impediment.Code.Should().Be(code);
        Sums(impediment.Sum, sums);
    }

    protected TRefusal Refusal<TRefusal>() => decision.Should().BeOfType<Decision<PairEvent>.Refused>().Which.Reason.Should().BeOfType<TRefusal>().Which;

    protected void ThenRefused(string code) => decision.Should().BeOfType<Decision<PairEvent>.Refused>().Which.Reason.Code.Should().Be(code);

    protected void ThenStands(CategoryCode category, string day, string expected) => BalanceWords.Of(State, category, Day(day)).Should().Be(expected);

    private static void Sums(ValueList<BoundLine> lines, string[] sums) => sums.Should().BeSubsetOf(lines.Select(line => line.ToString()));
}
