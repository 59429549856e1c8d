using System.Text;
using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>
/// The expected answer for every pair of state and command, given by a seat that is entitled: <c>·</c> recorded, <c>–</c> nothing to record, or the
/// code of the refusal. StateTable.txt was read against annex A line by line; a change of the decider shows there.
/// </summary>
public sealed class EveryStateAndCommand : ProposalSpec
{
    private static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");

    [Fact]
    public void The_table_and_the_decider_agree()
    {
        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Proposals", "StateTable.txt")).ReplaceLineEndings("\n").Trim();

        Table().Should().Be(expected);
    }

    [Fact]
    public void Every_state_and_every_command_is_in_it()
    {
        Cases<ProposalState>().Should().BeEquivalentTo(States().Select(state => state.GetType()), "each state must be listed here");
        Cases<ProposalCommand>().Should().BeEquivalentTo(Commands().Select(command => command.GetType()), "each command must be listed here");
    }

    [Fact]
    public void A_stranger_to_the_matter_is_refused_by_seat_in_every_state_that_exists()
    {
        var stranger = Person(SeatKind.Auditor, null);
        foreach (var state in States().Where(state => state is not ProposalState.Absent))
            foreach (var command in Commands())
                ProposalDecider.Decide(state, command, new Context(Friday, stranger, Nsdd))
                    .Should().BeOfType<Decision<ProposalEvent>.Refused>($"{command} of {state}").Which.Reason.Kind.Should().Be(RefusalKind.Seat);
    }

    private static Disclosure Shown => new(Text("Kubinka"), Text("Blackjack"), DisclosureDecision.Show, Text("They offer it."), null);

    private static PortionMark Cleared { get; } = PortionMark.Parse("TS");

    private static string Table()
    {
        var table = new StringBuilder();
        foreach (var state in States())
        {
            table.Append("# ").Append(state.GetType().Name).Append('\n');
            foreach (var command in Commands()) table.Append($"{command.GetType().Name,-26} {Answer(state, command)}\n");
        }

        return table.ToString().Trim();
    }

    private static string Answer(ProposalState state, ProposalCommand command) =>
        ProposalDecider.Decide(state, Own(state, command), new Context(Friday, Entitled(state, command), Nsdd)) switch
        {
            Decision<ProposalEvent>.Accepted { Events.Count: 0 } => "–",
            Decision<ProposalEvent>.Accepted accepted => Folds(state, accepted.Events),
            Decision<ProposalEvent>.Refused refused => refused.Reason.Code,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The answer that the state itself waits for, if it waits for one.</summary>
    private static ProposalCommand Own(ProposalState state, ProposalCommand command) =>
        command is RecordAnswer && ProposalDecider.Owed(state) is [var owed, ..] ? new RecordAnswer(owed.Id, Usual(owed)) : command;

    private static string Folds(ProposalState state, ValueList<ProposalEvent> events) => "· " + StateNames.Of(events.Aggregate(state, ProposalDecider.Evolve));

    private static Actor Entitled(ProposalState state, ProposalCommand command) => command switch
    {
        GiveLeave or Extend or StopClock or StartClock or Clear or Return or Disapprove or Forward or ConfirmCondition => Chair,
        AnswerDisclosure => Person(state is ProposalState.AtSig ? SeatKind.SigMember : SeatKind.IgMember, Cia),
        TakePosition or ConfirmPosition or AnswerDisposition or ReplyInterim or ObjectToNegotiation or LiftNegotiation
            => Person(state is ProposalState.AtSig ? SeatKind.SigMember : SeatKind.IgMember, State),
        DemandReclama => Member(Nsc),
        DecideByPaper or RecordPresidentialDecision => Person(SeatKind.SigChair, null),
        DecideInSession session => new Actor.Entity(new("sig-session", session.Decision.Session.ToString())),
        NoteAgenda note => new Actor.Entity(new("sig-session", note.Session.ToString())),
        RecordAnswer or RecordHoldGranted => new Actor.Entity(EntityId.LogBook(1989)),
        CheckDeadline => new Actor.Clock(),
        _ => Officer,
    };

    private static ProposalCommand[] Commands() =>
    [
        new Draft(Id, Visit()), new DraftAndSubmit(Id, Visit(), []), new Revise(Visit()), new ListDisclosure([Shown]), new AnswerDisclosure(1, true, null, Cleared), new Discard(), new AskLeave(LeaveKind.LeadTime, Text("Please.")),
        new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), new Submit([]), new TakePosition(new Stand.Concur(), []), new ConfirmPosition(),
        new ProposeDisposition(1, Text("Done.")), new AnswerDisposition(1, true), new ReplyInterim(new(1989, 10, 31), Text("Later.")),
        new ObjectToNegotiation(Text("It is one.")), new LiftNegotiation(Text("It is none.")), new Amend(Visit()), new Extend(1, Text("More.")),
        new StopClock(Text("Wait.")), new StartClock(Text("Go.")), ClearWith(1), new Return(Text("Again.")), new Disapprove(Text("No.")),
        new Forward(Text("You.")), new DemandReclama(Text("Look at it.")), new DecideByPaper(new BodyRuling.Return(Text("Again."))),
        new DecideInSession(new(new(BodyKind.Sig, 1989, 1), 1, new BodyRuling.Refer(Text("He decides.")), new(new("nsc.sig"), new Seat(SeatKind.SigChair), [Nsc], Friday))),
        new NoteAgenda(new(BodyKind.Sig, 1989, 1), 1),
        new RecordPresidentialDecision(new(true, Text("Paper 1"), new(1989, 10, 20), null), []), new Resubmit(null), new HandInStage(Visit()),
        new Attach(Text("Itinerary"), Nsdd311.Marking.PortionMark.Unclassified, "application/pdf", 9, ContentHash.Of("itinerary"u8)), new RemoveAttachment(1), new Withdraw(Text("Given up.")), new ConfirmCondition(1, Text("Seen.")),
        new RecordOutcome(new Outcome.Cancelled()), new Change(new(new Window(new(1990, 5, 15), new(1990, 5, 18)), new([]), null, Text("A day later."))),
        new EnterDeliveredText(null, [Text("We said this.")]), new Report([Text("It went well.")]), new RecordAnswer("hold-9", new SettledWith.Posted()),
        new RecordHoldGranted(new(Id.ToString()), []), new CheckDeadline(),
    ];

    /// <summary>Each state as it is reached by the rules themselves.</summary>
    private static ProposalState[] States() =>
    [
        new ProposalState.Absent(),
        Story(_ => { }, submit: false),
        Story(matter => matter.Given(new Discard(), Officer, Friday), submit: false),
        Story(matter => matter.Given(new CheckDeadline(), new Actor.Clock(), Friday.AddYears(2)), submit: false),
        Story(_ => { }),
        Story(matter => matter.Ruled(ClearWith(1), unanimous: false)),
        Story(matter => matter.Ruled(ClearWith(1), unanimous: true, new SettledWith.Blocked(new Impediment("ledger.out-of-bound", "2 > 1", [])))),
        Story(matter => matter.Given(new Forward(Text("You.")), Chair, Monday)),
        Story(matter => matter.Referred()),
        Story(matter => matter.Given(new Return(Text("Again.")), Chair, Monday.AddDays(3))),
        Story(matter => matter.Ruled(ClearWith(1), unanimous: true)),
        Story(matter => matter.AllStages()),
        Story(matter => matter.Done()),
        Story(matter => { matter.Done(); matter.Given(new Report([Text("Well.")]), Officer, New("1990-05-21T09:00:00-04:00")); }),
        Story(matter => { matter.Given(new Disapprove(Text("No.")), Chair, Monday); matter.Given(new CheckDeadline(), new Actor.Clock(), Monday.AddDays(10)); }),
        Story(matter => { matter.Ruled(ClearWith(1), unanimous: true); matter.Given(new Withdraw(Text("Given up.")), Officer, Friday); }),
        Story(matter => matter.Given(new CheckDeadline(), new Actor.Clock(), New("1990-05-19T00:00:00-04:00"))),
    ];

    private static ProposalState Story(Action<Matters> tell, bool submit = true)
    {
        var matter = new Matters();
        if (submit) matter.GivenSubmitted();
        else matter.Given(new Draft(Id, Visit()), Officer, Monday);
        tell(matter);
        return matter.Now;
    }

    private static IEnumerable<Type> Cases<T>() => typeof(T).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);

    private sealed class Matters : ProposalSpec
    {
        public new ProposalState Now => base.Now;

        public new void Given(ProposalCommand command, Actor actor, DateTimeOffset at) => base.Given(command, actor, at);

        public void GivenSubmitted() => GivenSubmitted(null);

        public void Ruled(ProposalCommand ruling, bool unanimous, SettledWith? ledger = null)
        {
            GivenAllConcur(Friday);
            if (!unanimous) base.Given(new TakePosition(new Stand.NoInterest(), []), Member(Nsc), Friday);
            base.Given(ruling, Chair, Friday);
            GivenSettled(Friday, ledger);
        }

        public void Referred()
        {
            base.Given(new Forward(Text("You.")), Chair, Monday);
            foreach (var agency in (AgencyId[])[State, Dod, Nsc, Ocjcs, Cia])
                base.Given(new TakePosition(new Stand.Concur(), []), Person(SeatKind.SigMember, agency), Friday);
            base.Given(new DecideByPaper(new BodyRuling.Refer(Text("He decides."))), Person(SeatKind.SigChair, null), Friday);
        }

        public void AllStages()
        {
            Ruled(ClearWith(1), unanimous: true);
            for (var stage = 0; stage < 2; stage++)
            {
                base.Given(new HandInStage(Visit()), Officer, Friday);
                Ruled(ClearWith(1), unanimous: true);
            }
        }

        public void Done()
        {
            AllStages();
            base.Given(new RecordOutcome(new Outcome.TookPlace(new(new(1990, 5, 14), new(1990, 5, 18)), default, null)), Officer, New("1990-05-20T09:00:00-04:00"));
            GivenSettled(New("1990-05-20T09:00:00-04:00"));
        }
    }
}
