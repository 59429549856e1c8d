using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Reciprocity;
using static Nsdd311.Proposals.ProposalCommand;
using static Nsdd311.Simulation.People.Papers;

namespace Nsdd311.Simulation.People;

/// <summary>What the agencies and the chair do to a matter: mostly what its state invites, sometimes anything.</summary>
internal sealed class Offices(Random chance, Charter charter, Cast cast, Papers papers)
{
    private readonly AgencyId[] agencies = [.. charter.Agencies.Select(agency => agency.Id)];
    private readonly SigTable sig = new(chance, charter, cast);

    public AgencyId AnyAgency => agencies[chance.Next(agencies.Length)];

    public IEnumerable<Deed> Submission(CommandId id, DateTimeOffset now)
    {
        var matter = new ProposalId(id.ToGuid());
        var paper = papers.New(now);
        return [new(EntityId.Of(matter), chance.Next(6) == 0 ? new Draft(matter, paper) : new DraftAndSubmit(matter, paper, []), cast.Officer(AnyAgency))];
    }

    public IEnumerable<Deed> Next(EntityId matter, ProposalState state, PairState? ledger, DateTimeOffset now) => chance.Next(12) == 0
        ? [Wild(matter, state, ledger)]
        : state switch
        {
            ProposalState.Draft draft => [OfDraft(matter, draft)],
            ProposalState.InVetting { Matter.WasCleared: true } or ProposalState.Blocked { Matter.WasCleared: true } or ProposalState.Lapsed { Matter.WasCleared: true }
                or ProposalState.Disapproved { Matter.WasCleared: true } or ProposalState.Withdrawn { Matter.WasCleared: true } when chance.Next(3) == 0 =>
                [new(matter, new RecordOutcome(OutcomeOf(((ProposalState.Lodged)state).Matter.Paper, now)), Proponent(state))],
            ProposalState.InVetting vetting when IsReady(vetting) && chance.Next(10) == 0 =>
                [new(matter, Clearance(vetting), cast.Chair), new(matter, new Withdraw(Text("Enough.")), Proponent(state))],
            ProposalState.InVetting vetting when IsReady(vetting) && chance.Next(4) > 0 => [new(matter, Clearance(vetting), cast.Chair)],
            ProposalState.InVetting when chance.Next(2) == 0 => [.. agencies.Select(agency => new Deed(matter, new TakePosition(new Stand.Concur(), []), cast.Member(agency)))],
            ProposalState.InVetting vetting when chance.Next(6) == 0 => [new(matter, Clearance(vetting), cast.Chair)],
            ProposalState.InVetting vetting when chance.Next(2) == 0 => [InRound(matter, vetting)],
            ProposalState.InVetting vetting => [AtTheClock(matter, vetting)],
            ProposalState.Decided or ProposalState.Returned when chance.Next(8) == 0 => [sig.Reclama(matter)],
            ProposalState.Returned returned => [new(matter, chance.Next(3) == 0 ? new Revise(papers.Next(returned.Matter.Paper, ledger)) : new Resubmit(Maybe(returned.Matter.Paper, ledger)), Proponent(state))],
            ProposalState.ClearedForStage cleared => [new(matter, new HandInStage(papers.Next(cleared.Matter.Paper, ledger)), Proponent(state))],
            ProposalState.Cleared cleared => [OfCleared(matter, cleared, now)],
            ProposalState.Executed => [new(matter, new Report([Text("It was so.")]), Proponent(state))],
            ProposalState.Blocked or ProposalState.Decided or ProposalState.AtSig or ProposalState.Referred when chance.Next(12) == 0 => [new(matter, new Withdraw(Text("Enough.")), Proponent(state))],
            ProposalState.AtSig before => sig.Of(matter, before),
            ProposalState.Referred referred => sig.Of(matter, referred, now),
            _ => [new(matter, new CheckDeadline(), new Actor.Clock())],
        };

    private static bool IsReady(ProposalState.InVetting vetting) =>
        vetting.Round.Phase is not RoundPhase.Stopped && vetting.Round.Agencies.All(agency => vetting.Round.Standing(agency)?.Stand is Stand.Concur);

    private Deed OfDraft(EntityId matter, ProposalState.Draft draft) => chance.Next(8) switch
    {
        0 => new(matter, new Discard(), Proponent(draft)),
        1 => new(matter, new AskLeave(LeaveKind.LeadTime, Text("It is urgent.")), Proponent(draft)),
        2 or 3 => new(matter, new GiveLeave(LeaveKind.LeadTime, Text("It is."), null), cast.Chair),
        4 => new(matter, new Revise(papers.Next(draft.Dossier.Paper, null)), Proponent(draft)),
        _ => new(matter, new Submit([]), Proponent(draft)),
    };

    private ProposalCommand Clearance(ProposalState.InVetting vetting) => new Clear(
        vetting.Matter.Paper.Goals.Select(claim => new Finding(claim.Goal, Text("It conforms."))).ToValueList(), chance.Next(5) == 0 ? [Text("Provided that.")] : [], null);

    private Deed InRound(EntityId matter, ProposalState.InVetting vetting)
    {
        var agency = AnyAgency;
        var comment = vetting.Round.Comments.Count > 0 ? vetting.Round.Comments[chance.Next(vetting.Round.Comments.Count)] : null;
        return chance.Next(12) switch
        {
            0 => new(matter, new TakePosition(new Stand.Nonconcur(Text("It is not so."), Text("Make it so.")), []), cast.Member(agency)),
            1 => new(matter, new TakePosition(new Stand.ConcurWithComment(), [new((CommentGrade)chance.Next(3), Text("A word."))]), cast.Member(agency)),
            2 => new(matter, new TakePosition(new Stand.Reserve(Text("Later.")), []), cast.Member(agency)),
            3 => new(matter, new TakePosition(new Stand.NoInterest(), []), cast.Member(agency)),
            4 => new(matter, new ObjectToNegotiation(Text("It is one.")), cast.Member(agency)),
            5 or 6 => new(matter, new LiftNegotiation(Text("It is none.")), cast.Member(agencies[0])),
            7 or 8 when comment is not null => new(matter, new AnswerDisposition(comment.Number, chance.Next(4) > 0), cast.Member(comment.Agency)),
            9 when comment is not null => new(matter, new ProposeDisposition(comment.Number, Text("Done.")), Proponent(vetting)),
            10 => new(matter, new ConfirmPosition(), cast.Member(agency)),
            _ => new(matter, new TakePosition(new Stand.Concur(), []), cast.Member(agency)),
        };
    }

    private Deed AtTheClock(EntityId matter, ProposalState.InVetting vetting) => chance.Next(24) switch
    {
        < 3 => new(matter, new GiveLeave(LeaveKind.Amendment, Text("It may."), null), cast.Chair),
        < 6 => new(matter, new Amend(papers.Next(vetting.Matter.Paper, null)), Proponent(vetting)),
        < 9 => new(matter, new StopClock(Text("Wait.")), cast.Chair),
        < 13 => new(matter, new StartClock(Text("Go.")), cast.Chair),
        < 15 => new(matter, new Extend(chance.Next(1, 7), Text("More.")), cast.Chair),
        < 17 => new(matter, new ReplyInterim(charter.Calendar.DayOf(vetting.Round.Phase.DueAt).AddDays(chance.Next(-2, 9)), Text("In a week.")), cast.Member(AnyAgency)),
        < 20 => new(matter, new Return(Text("Not so.")), cast.Chair),
        20 => new(matter, new Disapprove(Text("No.")), cast.Chair),
        21 => new(matter, new Forward(Text("You decide.")), cast.Chair),
        22 => new(matter, new Withdraw(Text("Enough.")), Proponent(vetting)),
        _ => new(matter, new CheckDeadline(), new Actor.Clock()),
    };

    private Deed OfCleared(EntityId matter, ProposalState.Cleared cleared, DateTimeOffset now) => chance.Next(14) switch
    {
        0 => new(matter, new Withdraw(Text("Enough.")), Proponent(cleared)),
        2 or 3 => new(matter, new Change(new(null, papers.UnitsFor(charter.Find(cleared.Matter.Paper.Category)!, 10), null, Text("They ask for it."))), Proponent(cleared)),
        1 when cleared.Matter.OpenConditions is [var open, ..] => new(matter, new ConfirmCondition(open, Text("Seen.")), cast.Chair),
        _ => new(matter, new RecordOutcome(OutcomeOf(cleared.Matter.Paper, now)), Proponent(cleared)),
    };

    private Outcome OutcomeOf(Paper paper, DateTimeOffset now)
    {
        var category = charter.Find(paper.Category)!;
        var days = papers.DaysBefore(charter.Calendar.DayOf(now), paper.Window!.Value);
        var units = papers.WithoutOne(chance.Next(3) > 0 ? paper.Units : papers.UnitsFor(category, 10));
        return chance.Next(16) switch
        {
            0 => new Outcome.Cancelled(),
            1 => new Outcome.ForceMajeure(),
            2 => new Outcome.ProhibitedByHost(),
            3 => new Outcome.Curtailed(days, units, (CurtailmentCause)chance.Next(4), chance.Next(2) == 0),
            4 => new Outcome.OffQuota(days, units, category.Reciprocity is { OffQuota: [var ground, ..] } ? ground : "none"),
            5 => new Outcome.ThirdCountry(days, units),
            _ => new Outcome.TookPlace(days, units, null),
        };
    }

    private Deed Wild(EntityId matter, ProposalState state, PairState? ledger)
    {
        var agency = AnyAgency;
        return chance.Next(7) switch
        {
            0 => new(matter, new CheckDeadline(), new Actor.Clock()),
            1 => new(matter, new Report([]), cast.Officer(agency)),
            2 => new(matter, new Clear([], [], null), cast.Chair),
            3 => new(matter, new Resubmit(null), cast.Member(agency)),
            4 when ledger is not null => new(matter, new RecordHoldGranted(papers.EntryIn(ledger) ?? new("none"), []), new Actor.Entity(EntityId.Roster)),
            5 => new(matter, new RecordAnswer("number-1", new SettledWith.Posted()), new Actor.Clock()),
            _ => new(matter, new Withdraw(Text("Enough.")), cast.Officer(agency)),
        };
    }

    private Paper? Maybe(Paper paper, PairState? ledger) => chance.Next(2) == 0 ? null : papers.Next(paper, ledger);

    private Actor Proponent(ProposalState state)
    {
        var agency = state switch { ProposalState.Draft draft => draft.Dossier.Agency, ProposalState.Lodged lodged => lodged.Matter.Agency, _ => agencies[0] };
        return chance.Next(2) == 0 ? cast.Officer(agency) : cast.Member(agency);
    }
}
