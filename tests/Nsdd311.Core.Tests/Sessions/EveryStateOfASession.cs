using System.Text;
using Nsdd311.Charters;
using Nsdd311.Sessions;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>
/// The expected answer for every pair of state and command, given by a seat that is entitled: <c>·</c> and the state it leads to, <c>–</c> nothing to record,
/// or the code of the refusal. SessionTable.txt was read line by line against 1-domain, section 4; a change of the decider shows there.
/// </summary>
public sealed class EveryStateOfASession : SessionSpec
{
    private static readonly DateTimeOffset Late = New("1989-05-09T13:00:00-04:00");

    [Fact]
    public void The_table_and_the_decider_agree()
    {
        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sessions", "SessionTable.txt")).ReplaceLineEndings("\n").Trim();

        Table().Should().Be(expected);
    }

    [Fact]
    public void Every_state_and_every_command_is_in_it()
    {
        Cases<SessionState>().Should().BeEquivalentTo(States().Select(state => state.GetType()), "each state must be listed here");
        Cases<SessionCommand>().Should().BeEquivalentTo(Commands().Select(command => command.GetType()), "each command must be listed here");
    }

    [Fact]
    public void A_stranger_is_refused_by_seat_in_every_state_that_exists()
    {
        var stranger = Person(SeatKind.Auditor, null);
        foreach (var state in States().Where(state => state is not SessionState.Absent))
            foreach (var command in Commands())
                SessionDecider.Decide(state, command, new Context(Late, stranger, Nsdd))
                    .Should().BeOfType<Decision<SessionEvent>.Refused>($"{command} of {state}").Which.Reason.Kind.Should().Be(RefusalKind.Seat);
    }

    private static string Table()
    {
        var table = new StringBuilder();
        foreach (var state in States())
        {
            table.Append("# ").Append(state.GetType().Name).Append('\n');
            foreach (var command in Commands()) table.Append($"{command.GetType().Name,-20} {Answer(state, command)}\n");
        }

        return table.ToString().Trim();
    }

    private static string Answer(SessionState state, SessionCommand command) =>
        SessionDecider.Decide(state, Own(state, command), new Context(Late, Entitled(command), Nsdd)) switch
        {
            Decision<SessionEvent>.Accepted { Events.Count: 0 } => "–",
            Decision<SessionEvent>.Accepted accepted => "· " + SessionState.NameOf(accepted.Events.Aggregate(state, SessionDecider.Evolve)),
            Decision<SessionEvent>.Refused refused => refused.Reason.Code,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The answer that the state itself waits for, if it waits for one.</summary>
    private static SessionCommand Own(SessionState state, SessionCommand command) =>
        command is RecordAnswer && SessionDecider.Owed(state) is [var owed, ..] ? new RecordAnswer(owed.Id, new SessionAnswer.Queued()) : command;

    private static Actor Entitled(SessionCommand command) => command switch
    {
        EndMatter end => new Actor.Entity(EntityId.Of(end.Matter)),
        Open or RecordAnswer => Book,
        CheckDeadline => Clock,
        PutOnAgenda or WithdrawItem or CallOff or CirculateMinutes => Secretary,
        BringPaper => Officer,
        Arrive => Member(Cia),
        Depart or ObjectToMinutes => Member(State),
        _ => Chair,
    };

    private static SessionCommand[] Commands() =>
    [
        Opening(), new PutOnAgenda(Matter(9, "Another")), new WithdrawItem(2, Text("Given up.")), new EndMatter(Visit.Id, "withdrawn"), new CallOff(Text("Snow.")),
        new NameActingChair(new(SeatKind.SigMember, State)), new GiveLeave(Ocjcs, Text("Yes.")), new BringPaper(1, Text("Paper"), [Text("Words.")]),
        Coming(Member(Cia)), Going(Member(State)), new Convene(), Refer(1), new DeferItem(1, Text("Next time.")), new Adjourn(), new CirculateMinutes([]),
        new ObjectToMinutes(Text("No.")), new ApproveMinutes(new(BodyKind.Sig, 1989, 2), true), new RecordAnswer("none-1", new SessionAnswer.Queued()),
        new CheckDeadline(),
    ];

    /// <summary>Each state as it is reached by the rules themselves.</summary>
    private static SessionState[] States() =>
    [
        new SessionState.Absent(),
        Story(tale => tale.GivenScheduled(Agreement, Visit)),
        Story(tale => tale.GivenTheAgendaIsClosed(Agreement, Visit)),
        Story(tale => tale.GivenConvened(Agreement, Visit)),
        Story(tale => { tale.GivenConvened(Agreement, Visit); tale.Given(Going(Member(Ocjcs)), Member(Ocjcs), Begins.AddHours(1)); }),
        Story(tale => tale.GivenAdjourned(Agreement, Visit)),
        Story(tale => tale.GivenCirculated(Agreement, Visit)),
        Story(tale => { tale.GivenCirculated(Agreement, Visit); tale.Given(new ApproveMinutes(new(BodyKind.Sig, 1989, 2), true), Chair, Begins.AddHours(2)); }),
        Story(tale => { tale.GivenScheduled(Agreement, Visit); tale.Given(new CallOff(Text("Snow.")), Secretary, Friday); }),
    ];

    private static SessionState Story(Action<Tale> tell)
    {
        var tale = new Tale();
        tell(tale);
        return tale.Now;
    }

    private static IEnumerable<Type> Cases<T>() => typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);

    private sealed class Tale : SessionSpec
    {
        public new SessionState Now => base.Now;

        public new void Given(SessionCommand command, Actor actor, DateTimeOffset at) => base.Given(command, actor, at);

        public new void GivenScheduled(params AgendaMatter[] matters) => base.GivenScheduled(matters);

        public new void GivenTheAgendaIsClosed(params AgendaMatter[] matters) => base.GivenTheAgendaIsClosed(matters);

        public new void GivenConvened(params AgendaMatter[] matters) => base.GivenConvened(matters);

        public new void GivenAdjourned(params AgendaMatter[] matters) => base.GivenAdjourned(matters);

        public new void GivenCirculated(params AgendaMatter[] matters) => base.GivenCirculated(matters);
    }
}
