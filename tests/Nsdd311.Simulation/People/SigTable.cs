using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;
using static Nsdd311.Simulation.People.Papers;

namespace Nsdd311.Simulation.People;

/// <summary>What the SIG's members and its chair do outside sessions, what the President decides, and who brings a matter before them.</summary>
internal sealed class SigTable(Random chance, Charter charter, Cast cast)
{
    private readonly AgencyId[] agencies = [.. charter.Agencies.Select(agency => agency.Id)];

    private AgencyId AnyAgency => agencies[chance.Next(agencies.Length)];

    /// <summary>Mostly all concur and the chair clears by paper; sometimes somebody dissents.</summary>
    public IEnumerable<Deed> Of(EntityId matter, ProposalState.AtSig sig) => chance.Next(8) switch
    {
        < 3 => [.. agencies.Select(agency => new Deed(matter, new TakePosition(new Stand.Concur(), []), cast.SigMember(agency))), ByPaper(matter, Cleared(sig))],
        3 => [new(matter, new TakePosition(new Stand.Nonconcur(Text("It is not so."), Text("Make it so.")), []), cast.SigMember(AnyAgency))],
        4 => [new(matter, new TakePosition(new Stand.Reserve(Text("Later.")), []), cast.SigMember(AnyAgency))],
        5 => [new(matter, new LiftNegotiation(Text("It is none.")), cast.SigMember(AnyAgency))],
        6 => [.. sig.Round.Silent.Select(agency => new Deed(matter, new TakePosition(new Stand.NoInterest(), []), cast.SigMember(agency))), ByPaper(matter, Other())],
        _ => [ByPaper(matter, chance.Next(2) == 0 ? Cleared(sig) : Other())],
    };

    /// <summary>The President takes his time, and mostly approves.</summary>
    public IEnumerable<Deed> Of(EntityId matter, ProposalState.Referred referred, DateTimeOffset now)
    {
        var calendar = charter.Calendar;
        var (day, approves) = (calendar.DayOf(chance.Next(3) == 0 ? now : referred.Ruling.At), chance.Next(4) > 0);
        ValueList<MarkedText> conditions = approves && chance.Next(3) == 0 ? [Text("Provided that.")] : [];
        return chance.Next(3) == 0 ? [new(matter, new RecordPresidentialDecision(new(approves, Text("A paper."), day, null), conditions), cast.Secretary)] : [];
    }

    /// <summary>Somebody questions what was decided, whether that is still possible or not.</summary>
    public Deed Reclama(EntityId matter) =>
        new(matter, new DemandReclama(Text("Look at it.")), chance.Next(3) == 0 ? cast.SigMember(AnyAgency) : cast.Member(AnyAgency));

    private Deed ByPaper(EntityId matter, BodyRuling ruling) => new(matter, new DecideByPaper(ruling), cast.SigChair);

    private static BodyRuling Cleared(ProposalState.AtSig sig) =>
        new BodyRuling.Clear(sig.Matter.Paper.Goals.Select(claim => new Finding(claim.Goal, Text("It conforms."))).ToValueList(), [], null);

    private BodyRuling Other() => chance.Next(5) switch
    {
        < 2 => new BodyRuling.Return(Text("Not so.")),
        2 => new BodyRuling.Disapprove(Text("No.")),
        _ => new BodyRuling.Refer(Text("He decides.")),
    };
}
