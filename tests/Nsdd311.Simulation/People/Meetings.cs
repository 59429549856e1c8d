using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using Nsdd311.Sessions;
using Nsdd311.Views;
using static Nsdd311.Sessions.SessionCommand;
using static Nsdd311.Simulation.People.Papers;

namespace Nsdd311.Simulation.People;

/// <summary>What the executive secretary, the chairs and the members do to sessions: mostly what their state invites, sometimes anything.</summary>
internal sealed class Meetings(Random chance, Charter charter, Cast cast, Func<EntityId, object> stateOf)
{
    private readonly AgencyId[] agencies = [.. charter.Agencies.Select(agency => agency.Id)];

    public IEnumerable<Deed> Next(Func<BodyKind, IReadOnlyList<ProposalId>> before, DateTimeOffset now)
    {
        var body = chance.Next(3) == 0 ? BodyKind.Ig : BodyKind.Sig;
        var book = EntityId.SessionBook(body);
        var live = ((SessionBookState)stateOf(book)).Sessions.Where(booked => stateOf(EntityId.Of(booked.Id)) is not (SessionState.Approved or SessionState.CalledOff)).ToList();
        if (live.Count == 0 || (live.Count < 3 && chance.Next(8) == 0))
            return [new(book, new SessionBookCommand.Schedule(body, now.AddDays(chance.Next(3, 8)), Text("Room 208.")), chance.Next(15) == 0 ? ChairOf(body) : cast.Secretary)];

        var id = live[chance.Next(live.Count)].Id;
        return stateOf(EntityId.Of(id)) is SessionState.Known state ? Of(id, state, before(body), now) : [];
    }

    private IEnumerable<Deed> Of(SessionId id, SessionState.Known state, IReadOnlyList<ProposalId> matters, DateTimeOffset now) => state switch
    {
        _ when chance.Next(12) == 0 => [Wild(id)],
        SessionState.Scheduled => [Prepared(id, state.Session, matters)],
        SessionState.AgendaClosed when charter.Calendar.DayOf(now) < charter.Calendar.DayOf(state.Session.At) => [Prepared(id, state.Session, matters)],
        SessionState.AgendaClosed or SessionState.Suspended when chance.Next(10) == 0 => [To(id, new Adjourn(), ChairOf(id.Body)), To(id, new CallOff(Text("Snow.")), cast.Secretary)],
        SessionState.AgendaClosed or SessionState.Suspended => [.. agencies.Where(_ => chance.Next(6) > 0).Select(agency => Coming(id, agency)), To(id, new Convene(), ChairOf(id.Body))],
        SessionState.InSession => Sitting(id, state.Session),
        SessionState.Circulated => [chance.Next(3) switch
        {
            0 => To(id, new ObjectToMinutes(Text("Not so.")), MemberOf(id.Body, Any(agencies))),
            1 => To(id, new ApproveMinutes(id with { Number = id.Number + 1 }, chance.Next(2) == 0), ChairOf(id.Body)),
            _ => To(id, new CirculateMinutes([Text("As amended.")]), cast.Secretary),
        }],
        _ => [To(id, new CirculateMinutes([]), cast.Secretary)],
    };

    private Deed Prepared(SessionId id, Session session, IReadOnlyList<ProposalId> matters) => chance.Next(12) switch
    {
        0 when id.Body is BodyKind.Sig && OpenMotion() is { } motion => To(id, new PutOnAgenda(motion), cast.Secretary),
        < 6 when matters.Count > 0 => To(id, new PutOnAgenda(new AgendaMatter(Any(matters), null, null)), cast.Secretary),
        6 => To(id, new NameActingChair(((Actor.Person)MemberOf(id.Body, Any(agencies))).Seat), ChairOf(id.Body)),
        7 => To(id, new GiveLeave(Any(agencies), Text("It may.")), ChairOf(id.Body)),
        8 => To(id, new WithdrawItem(1 + chance.Next(3), Text("Not ripe.")), cast.Secretary),
        9 when chance.Next(4) == 0 => To(id, new CallOff(Text("Snow.")), cast.Secretary),
        _ => To(id, new BringPaper(1 + chance.Next(3), Text("A paper."), [Text("Words.")]), cast.Officer(Any(agencies))),
    };

    private IEnumerable<Deed> Sitting(SessionId id, Session session)
    {
        var open = session.Items.Where(item => item.Status is ItemStatus.Open).ToList();
        if (open.Count == 0 || chance.Next(8) == 0) return [To(id, new Adjourn(), ChairOf(id.Body))];
        if (chance.Next(8) == 0 && session.Present.Count > 0) return [Going(id, session.Present[chance.Next(session.Present.Count)])];
        if (chance.Next(8) == 0) return [To(id, new DeferItem(open[0].Number, Text("Next time.")), ChairOf(id.Body))];

        var item = open.FirstOrDefault(one => one.Matter is { } matter && IsBefore(id.Body, matter.Id)) ?? open[0];
        if (item.Subject is AgendaMotion motion) return Moved(id, item, motion);
        if (!IsBefore(id.Body, item.Matter!.Id) && chance.Next(4) > 0) return [To(id, new WithdrawItem(item.Number, Text("It has ended.")), ChairOf(id.Body))];

        var decide = To(id, new DecideItem(item.Number, Ruling(id.Body, item.Matter!.Id)), ChairOf(id.Body));
        return id.Body is BodyKind.Ig || chance.Next(3) == 0 ? [decide] : [.. agencies.Select(agency => Position(item.Matter!.Id, agency)), decide];
    }

    private IEnumerable<Deed> Moved(SessionId id, AgendaItem item, AgendaMotion motion)
    {
        var voice = new PairCommand.Speak(motion.Number, chance.Next(6) > 0, Text("Not so."));
        BodyRuling ruling = chance.Next(5) == 0 ? new BodyRuling.Drop(null) : new BodyRuling.Grant(Text("It is needed."));
        return [new(EntityId.Of(motion.Pair), voice, cast.SigMember(Any(agencies))), To(id, new DecideItem(item.Number, ruling), ChairOf(id.Body))];
    }

    private AgendaMotion? OpenMotion() => Papers.Pairs
        .SelectMany(pair => ((PairState)stateOf(EntityId.Of(pair))).Motions.Where(motion => motion.Decision is null || chance.Next(10) == 0).Select(motion => new AgendaMotion(pair, motion.Number)))
        .ToList() is { Count: > 0 } motions ? Any(motions) : null;

    private BodyRuling Ruling(BodyKind body, ProposalId matter) => chance.Next(6) switch
    {
        0 => new BodyRuling.Return(Text("Not so.")),
        1 => new BodyRuling.Disapprove(Text("No.")),
        2 => body is BodyKind.Ig ? new BodyRuling.Forward(Text("You decide.")) : new BodyRuling.Refer(Text("You decide.")),
        _ => new BodyRuling.Clear(FindingsFor(stateOf(EntityId.Of(matter))), [], null),
    };

    private bool IsBefore(BodyKind body, ProposalId matter) => MatterFacts.BodyOf((ProposalState)stateOf(EntityId.Of(matter))) == body;

    private static ValueList<Finding> FindingsFor(object state) =>
        state is ProposalState.Lodged { Matter.Paper.Goals: var goals } ? goals.Select(claim => new Finding(claim.Goal, Text("It conforms."))).ToValueList() : [];

    private Deed Position(ProposalId matter, AgencyId agency) => new(
        EntityId.Of(matter), new ProposalCommand.TakePosition(chance.Next(12) == 0 ? new Stand.Nonconcur(Text("It is not so."), Text("Make it so.")) : new Stand.Concur(), []),
        cast.SigMember(agency));

    private Deed Coming(SessionId id, AgencyId agency)
    {
        var member = (Actor.Person)MemberOf(id.Body, agency);
        return To(id, new Arrive(member.Seat, member.Id), member);
    }

    private Deed Going(SessionId id, Attendance one) => To(id, new Depart(one.Seat, one.Person), cast.Secretary);

    private Deed Wild(SessionId id) => chance.Next(5) switch
    {
        0 => To(id, new CheckDeadline(), new Actor.Clock()),
        1 => To(id, new DecideItem(1, new BodyRuling.Return(Text("Not so."))), cast.Secretary),
        2 => To(id, new RecordAnswer("decision-1", new SessionAnswer.Queued()), new Actor.Clock()),
        3 => To(id, new Convene(), ChairOf(id.Body is BodyKind.Ig ? BodyKind.Sig : BodyKind.Ig)),
        _ => To(id, new Adjourn(), ChairOf(id.Body)),
    };

    private Actor ChairOf(BodyKind body) => body is BodyKind.Ig ? cast.Chair : cast.SigChair;

    private Actor MemberOf(BodyKind body, AgencyId agency) => body is BodyKind.Ig ? cast.Member(agency) : cast.SigMember(agency);

    private T Any<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    private static Deed To(SessionId id, SessionCommand command, Actor actor) => new(EntityId.Of(id), command, actor);
}
