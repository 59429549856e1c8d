using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What holds for every matter, whatever people, the clock and the ledger do to it, and in whatever order.</summary>
public sealed class ProposalProperties : ProposalSpec
{
    /// <summary>A step: which command, by whom, and how many hours after the one before.</summary>
    private sealed record Move(int Command, int Agency, int Hours);

    private static readonly Arbitrary<Move[]> Lives =
        Gen.Choose(0, 999).SelectMany(command => Gen.Choose(0, 4).SelectMany(agency => Gen.Choose(0, 60).Select(hours => new Move(command, agency, hours))))
            .ArrayOf(80).ToArbitrary();

    private static readonly AgencyId[] Agencies = [State, Dod, Nsc, Ocjcs, Cia];

    [Fact]
    public void Evolve_follows_every_accepted_fact_and_no_fact_follows_an_end() =>
        ForEachStep((before, events, after, _) =>
        {
            if (!IsEnd(before)) return;

            events.Should().NotContain(e => !(e is ProposalEvent.Numbered || e is ProposalEvent.LedgerAnswered || e is ProposalEvent.QueuedForSession), "an ended matter only settles what it owes");
            after.GetType().Should().Be(before.GetType());
        });

    [Fact]
    public void Nothing_is_cleared_over_a_nonconcurrence_a_critical_comment_or_the_silence_of_a_mandatory_agency() =>
        ForEachStep((before, events, _, _) =>
        {
            if (!events.Any(e => e is ProposalEvent.Ruled { Ruling.Kind: RulingKind.Clear })) return;

            var round = ((ProposalState.InVetting)before).Round;
            round.Agencies.Where(agency => round.Standing(agency)?.Stand is Stand.Nonconcur).Should().BeEmpty();
            round.StandingCriticals.Should().BeEmpty();
            if (round.Phase is not RoundPhase.Expired) round.Mandatory.Should().NotContain(agency => round.Standing(agency) == null);
        });

    [Fact]
    public void The_SIG_clears_nothing_over_a_dissent_and_by_paper_nothing_without_the_concurrence_of_all() =>
        ForEachStep((before, events, _, _) =>
        {
            if (!events.Any(e => e is ProposalEvent.SigRuled { Ruling.Kind: RulingKind.Clear })) return;

            var round = ((ProposalState.AtSig)before).Round;
            round.Nonconcurring.Should().BeEmpty();
            if (!events.Any(e => e is ProposalEvent.DecidedInSession)) round.NotConcurring.Should().BeEmpty();
        });

    [Fact]
    public void What_is_cleared_for_a_stage_at_which_a_hold_is_due_has_its_hold() =>
        ForEachStep((_, events, after, _) =>
        {
            if (after is ProposalState.ClearedForStage or ProposalState.Cleared && events.Any(e => e is ProposalEvent.BecameFinal))
                ((ProposalState.Lodged)after).Matter.Hold.Should().BeOfType<HoldStatus.Held>();
        });

    [Fact]
    public void No_wake_is_left_behind_and_waking_twice_records_it_once() =>
        ForEachStep((_, _, after, now) =>
        {
            var context = new Context(now, new Actor.Clock(), Nsdd);
            var woken = Fold(after, Events(ProposalDecider.Decide(after, new CheckDeadline(), context)));

            Events(ProposalDecider.Decide(woken, new CheckDeadline(), context)).Should().BeEmpty();
            if (ProposalDecider.NextWake(woken) is { } wake) wake.Should().BeAfter(now);
        });

    [Fact]
    public void A_suspense_never_moves_to_an_earlier_instant_within_its_round() =>
        ForEachStep((before, _, after, _) =>
        {
            if (before is ProposalState.InVetting one && after is ProposalState.InVetting other && one.Round.Number == other.Round.Number)
                other.Round.Phase.DueAt.Should().BeOnOrAfter(one.Round.Phase.DueAt);
        });

    [Fact]
    public void A_text_that_is_or_was_before_the_table_keeps_what_it_came_with() =>
        ForEachStep((before, _, after, _) =>
        {
            if (before is not ProposalState.Lodged { Matter: var matter } || after is not ProposalState.Lodged then) return;

            var last = before is ProposalState.InVetting vetting ? vetting.Round.TextVersion : matter.Past is [.., var past] ? past.TextVersion : 0;
            for (var version = 1; version <= last; version++)
                then.Matter.Dossier.Attachments.Where(one => one.GoesWith(version)).Select(one => one.Number)
                    .Should().Equal(matter.Dossier.Attachments.Where(one => one.GoesWith(version)).Select(one => one.Number));
        });

    [Fact]
    public void An_obligation_has_a_name_of_its_own_for_ever_and_the_oldest_comes_first()
    {
        var highest = 0;
        ForEachStep((before, _, after, _) =>
        {
            if (before is ProposalState.Absent) highest = 0;
            var (was, @is) = (Numbers(before), Numbers(after));
            @is.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
            foreach (var incurred in @is.Except(was))
            {
                incurred.Should().BeGreaterThan(highest);
                highest = incurred;
            }
        });
    }

    [Fact]
    public void A_fact_leaves_a_row_exactly_if_the_lists_show_something_else_than_before() =>
        ForEachStep((before, events, _, now) =>
        {
            foreach (var fact in events)
            {
                var after = ProposalDecider.Evolve(before, fact);
                var (was, @is) = (MatterRows.Row(before, Nsdd), MatterRows.Row(after, Nsdd));
                MatterRows.Of(EntityId.Of(Id), before, fact, after, Nsdd, now).Matter.Should().Be(was == @is ? null : @is, $"{fact} follows {StateNames.Of(before)}");
                before = after;
            }
        });

    private static int[] Numbers(ProposalState state) =>
        ProposalDecider.Owed(state).Select(owed => int.Parse(owed.Id[(owed.Id.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).ToArray();

    private static void ForEachStep(Action<ProposalState, ValueList<ProposalEvent>, ProposalState, DateTimeOffset> check) =>
        Prop.ForAll(Lives, moves =>
        {
            var (state, now) = (ProposalDecider.Initial, Monday);
            Step(new DraftAndSubmit(Id, Visit(), []), Officer);
            foreach (var move in moves)
            {
                now += TimeSpan.FromHours(move.Hours);
                Step(new CheckDeadline(), new Actor.Clock());
                var (command, actor) = Commanded(state, move);
                Step(command, actor);
            }

            void Step(ProposalCommand command, Actor actor)
            {
                var events = Events(ProposalDecider.Decide(state, command, new Context(now, actor, Nsdd)));
                var after = Fold(state, events);
                check(state, events, after, now);
                state = after;
            }
        }).QuickCheckThrowOnFailure();

    private static ValueList<ProposalEvent> Events(Decision<ProposalEvent> decision) =>
        decision is Decision<ProposalEvent>.Accepted { Events: var events } ? events : [];

    private static ProposalState Fold(ProposalState state, ValueList<ProposalEvent> events) => events.Aggregate(state, ProposalDecider.Evolve);

    private static bool IsEnd(ProposalState state) =>
        state is ProposalState.Closed or ProposalState.Disapproved or ProposalState.Withdrawn or ProposalState.Lapsed;

    private static (ProposalCommand Command, Actor Actor) Commanded(ProposalState state, Move move)
    {
        var agency = Agencies[move.Agency];
        return (move.Command % 57) switch
        {
            < 10 => (new TakePosition(new Stand.Concur(), []), Member(agency)),
            10 => (new TakePosition(new Stand.Nonconcur(Text("No."), Text("Yes, if.")), []), Member(agency)),
            11 => (new TakePosition(new Stand.ConcurWithComment(), [new((CommentGrade)(move.Agency % 3), Text("Hm."))]), Member(agency)),
            12 => (new TakePosition(new Stand.Reserve(Text("Later.")), []), Member(agency)),
            13 => (new ProposeDisposition(1 + move.Agency, Text("Done.")), Officer),
            14 => (new AnswerDisposition(1 + move.Agency, true), Member(agency)),
            15 => (new ConfirmPosition(), Member(agency)),
            16 => (new GiveLeave(LeaveKind.Amendment, Text("Yes."), null), Chair),
            17 => (new Amend(Visit()), Officer),
            18 => (new StopClock(Text("Wait.")), Chair),
            19 => (new StartClock(Text("Go.")), Chair),
            20 => (new Extend(1 + move.Agency, Text("More.")), Chair),
            21 => (new ReplyInterim(new(1989, 11, 10), Text("Later.")), Member(agency)),
            22 => (new ObjectToNegotiation(Text("It is one.")), Member(agency)),
            23 => (new LiftNegotiation(Text("It is none.")), Member(State)),
            < 28 => (ClearWith(1), Chair),
            28 => (new Return(Text("Again.")), Chair),
            29 => (new Resubmit(Visit()), Officer),
            < 32 => (new HandInStage(Visit()), Officer),
            32 when move.Agency == 0 => (new Withdraw(Text("Given up.")), Officer),
            33 when move.Agency == 0 => (new Disapprove(Text("No.")), Chair),
            34 when move.Agency == 0 => (new Forward(Text("You.")), Chair),
            35 => (new RecordHoldGranted(new(Id.ToString()), []), new Actor.Entity(EntityId.Roster)),
            < 40 => Settling(state, move),
            54 or 55 => (new Attach(Text("Itinerary"), Nsdd311.Marking.PortionMark.Unclassified, "application/pdf", 9, ContentHash.Of("itinerary"u8)), Officer),
            56 => (new RemoveAttachment(1 + move.Agency), Officer),
            _ => AtTheSig(move, agency),
        };
    }

    private static (ProposalCommand Command, Actor Actor) AtTheSig(Move move, AgencyId agency)
    {
        var (member, chair) = (Person(SeatKind.SigMember, agency), Person(SeatKind.SigChair, null));
        BodyRuling[] rulings = [new BodyRuling.Clear([new(1, Text("It conforms."))], [], null), new BodyRuling.Return(Text("Again.")), new BodyRuling.Refer(Text("He decides."))];
        var session = new SessionId(BodyKind.Sig, 1989, 1 + move.Hours);
        return (move.Command % 57) switch
        {
            < 46 => (new TakePosition(new Stand.Concur(), []), member),
            46 => (new TakePosition(new Stand.Nonconcur(Text("No."), Text("Yes, if.")), []), member),
            47 => (new DemandReclama(Text("Look at it.")), Member(agency)),
            < 50 => (new DecideByPaper(rulings[move.Agency % 3]), chair),
            50 => (new DecideInSession(new(session, 1, rulings[move.Agency % 3], new(new("nsc.sig"), new Seat(SeatKind.SigChair), [], Monday))), new Actor.Entity(new("session", session.ToString()))),
            51 => (new RecordPresidentialDecision(new(move.Agency != 0, Text("Paper 1"), Nsdd.Calendar.DayOf(Monday), null), []), chair),
            _ => (new Change(new(null, Units.Of((Dimension.Sites, move.Agency)), null, Text("Other sites."))), Officer),
        };
    }

    private static (ProposalCommand Command, Actor Actor) Settling(ProposalState state, Move move)
    {
        var entity = new Actor.Entity(EntityId.LogBook(1989));
        if (ProposalDecider.Owed(state) is not [var owed, ..]) return (new CheckDeadline(), new Actor.Clock());

        var blocked = owed is Settlement.AskHold && move.Agency == 0;
        return (new RecordAnswer(owed.Id, blocked ? new SettledWith.Blocked(new Impediment("ledger.out-of-bound", "2 > 1", [])) : Usual(owed)), entity);
    }
}
