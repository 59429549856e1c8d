using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Charters;
using Nsdd311.Sessions;
using static Nsdd311.Sessions.SessionCommand;

namespace Nsdd311.Tests.Sessions;

/// <summary>What holds for every session, whatever people, the clock and the matters do to it, and in whatever order.</summary>
public sealed class SessionProperties : SessionSpec
{
    /// <summary>A step: which command, by or about which agency, and how many hours after the one before.</summary>
    private sealed record Move(int Command, int Agency, int Hours);

    private static readonly Arbitrary<Move[]> Lives =
        Gen.Choose(0, 999).SelectMany(command => Gen.Choose(0, 4).SelectMany(agency => Gen.Choose(0, 5).Select(hours => new Move(command, agency, hours / 4 * 3))))
            .ArrayOf(80).ToArbitrary();

    private static readonly AgencyId[] Agencies = [State, Dod, Nsc, Ocjcs, Cia];

    [Fact]
    public void Nothing_is_decided_without_a_quorum_its_chair_and_an_item_that_is_open() =>
        ForEachStep((before, events, _, _) =>
        {
            if (!events.Any(e => e is SessionEvent.ItemRuled)) return;

            var session = before.Should().BeOfType<SessionState.InSession>().Subject.Session;
            session.Present.Should().Contain(one => session.IsChairs(one.Seat));
            var agencies = session.Present.Select(one => one.Seat == session.Chair ? Nsc : one.Seat.Agency!.Value).Distinct();
            agencies.Count().Should().BeGreaterThanOrEqualTo(4);
            session.Item(((SessionEvent.ItemRuled)events[0]).Item)!.Status.Should().BeOfType<ItemStatus.Open>();
        });

    [Fact]
    public void What_is_decided_or_withdrawn_stays_so() =>
        ForEachStep((before, _, after, _) =>
        {
            if (before is not SessionState.Known was) return;

            foreach (var item in was.Session.Items.Where(item => item.Status is ItemStatus.Decided or ItemStatus.Withdrawn))
                ((SessionState.Known)after).Session.Item(item.Number)!.Status.Should().Be(item.Status);
        });

    [Fact]
    public void After_a_session_each_item_is_decided_withdrawn_awaited_or_on_its_way_to_its_queue() =>
        ForEachStep((_, _, after, _) =>
        {
            if (after is not (SessionState.Over or SessionState.CalledOff)) return;

            foreach (var item in ((SessionState.Known)after).Session.Items)
                (item.Return is not Errand.None).Should().Be(item.IsLeft, "nothing is lost, and nothing returns that was decided");
        });

    [Fact]
    public void No_matter_stands_on_an_agenda_twice_and_no_number_is_used_twice() =>
        ForEachStep((_, _, after, _) =>
        {
            if (after is not SessionState.Known known) return;

            known.Session.Items.Where(item => item.Status is not ItemStatus.Withdrawn).Select(item => item.Subject).Should().OnlyHaveUniqueItems();
            known.Session.Items.Select(item => item.Number).Should().Equal(Enumerable.Range(1, known.Session.Items.Count));
        });

    [Fact]
    public void No_wake_is_left_behind_and_waking_twice_records_it_once() =>
        ForEachStep((_, _, after, now) =>
        {
            var context = new Context(now, Clock, Nsdd);
            var woken = Fold(after, Events(SessionDecider.Decide(after, new CheckDeadline(), context)));

            Events(SessionDecider.Decide(woken, new CheckDeadline(), context)).Should().BeEmpty();
            if (SessionDecider.NextWake(woken) is { } wake) wake.Should().BeAfter(now);
        });

    [Fact]
    public void An_obligation_has_a_name_of_its_own_for_ever()
    {
        HashSet<string> ever = [];
        ForEachStep((before, _, after, _) =>
        {
            if (before is SessionState.Absent) ever.Clear();
            var was = SessionDecider.Owed(before).Select(owed => owed.Id).ToHashSet();
            foreach (var incurred in SessionDecider.Owed(after).Where(owed => !was.Contains(owed.Id))) ever.Add(incurred.Id).Should().BeTrue();
        });
    }

    private static void ForEachStep(Action<SessionState, ValueList<SessionEvent>, SessionState, DateTimeOffset> check) =>
        Prop.ForAll(Lives, moves =>
        {
            var (state, now) = (SessionDecider.Initial, Friday);
            Step(Opening(Agreement, Visit), Book);
            now = Begins;
            foreach (var move in moves)
            {
                now += TimeSpan.FromHours(move.Hours);
                Step(new CheckDeadline(), Clock);
                var (command, actor) = Commanded(state, move);
                Step(command, actor);
            }

            void Step(SessionCommand command, Actor actor)
            {
                var events = Events(SessionDecider.Decide(state, command, new Context(now, actor, Nsdd)));
                var after = Fold(state, events);
                check(state, events, after, now);
                state = after;
            }
        }).QuickCheckThrowOnFailure();

    private static ValueList<SessionEvent> Events(Decision<SessionEvent> decision) => decision is Decision<SessionEvent>.Accepted { Events: var events } ? events : [];

    private static SessionState Fold(SessionState state, ValueList<SessionEvent> events) => events.Aggregate(state, SessionDecider.Evolve);

    private static (SessionCommand Command, Actor Actor) Commanded(SessionState state, Move move)
    {
        var (member, item) = (Member(Agencies[move.Agency]), 1 + (move.Agency % 4));
        return (move.Command % 40) switch
        {
            < 12 => (Coming(member), member),
            12 or 13 => (Going(member), member),
            14 when move.Agency == 0 => (Going(Chair), Chair),
            15 when move.Agency == 0 => (new NameActingChair(member.Seat), Chair),
            16 => (new Convene(), member),
            < 21 => (new Convene(), Chair),
            21 => (new PutOnAgenda(Matter(1 + move.Agency, "Any")), move.Command % 2 == 0 ? Secretary : Book),
            22 when move.Agency < 2 => (new WithdrawItem(item, Text("Off.")), Secretary),
            23 when move.Agency < 2 => (new DeferItem(item, Text("Later.")), Chair),
            24 when move.Agency == 0 => (new CallOff(Text("Snow.")), Secretary),
            25 => (new GiveLeave(Agencies[move.Agency], Text("Yes.")), Chair),
            26 => (new BringPaper(item, Text("Paper"), []), member),
            27 when move.Agency == 0 => (new Adjourn(), Chair),
            28 => (new CirculateMinutes([]), Secretary),
            29 => (new ObjectToMinutes(Text("No.")), member),
            30 => (new ApproveMinutes(new(BodyKind.Sig, 1989, 2), move.Agency > 2), Chair),
            < 35 => (Refer(item), Chair),
            35 => (Refer(item), member),
            _ => Settling(state, move),
        };
    }

    private static (SessionCommand Command, Actor Actor) Settling(SessionState state, Move move)
    {
        if (SessionDecider.Owed(state) is not [var owed, ..]) return (new CheckDeadline(), Clock);

        SessionAnswer usual = owed is Settlement.PutDecision ? new SessionAnswer.Taken([]) : new SessionAnswer.Queued();
        return (new RecordAnswer(owed.Id, move.Agency switch
        {
            0 => new SessionAnswer.Refused("proposal.ended", "It ended."),
            1 => new SessionAnswer.Refused("proposal.standing-nonconcur", "DOD does not concur."),
            _ => usual,
        }), new Actor.Entity(owed.Creditor));
    }
}
