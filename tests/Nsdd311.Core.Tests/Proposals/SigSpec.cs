using Nsdd311.Charters;
using Nsdd311.Proposals;
using Nsdd311.Sessions;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What stories at the SIG are told with.</summary>
public abstract class SigSpec : ProposalSpec
{
    protected static readonly DateTimeOffset Friday = New("1989-10-20T11:00:00-04:00");
    protected static readonly Actor SigChair = Person(SeatKind.SigChair, null);
    protected static readonly Actor Secretary = Person(SeatKind.ExecutiveSecretary, null);

    protected ProposalState.AtSig Sig => Now.Should().BeOfType<ProposalState.AtSig>().Subject;

    protected static Actor SigMember(AgencyId agency) => Person(SeatKind.SigMember, agency);

    protected static Paper Agreement(Authority? authority = Authority.Conclude) => new(
        new("agreement.proposed"), null, null, "Dangerous activities", Text("Prevention of dangerous activities"), [Text("We agree.", "C")],
        [new(4, Text("Fewer incidents."))], new Window(new(1990, 5, 14), new(1990, 5, 18)), default, [Text("bilateral")], true, null, authority, null);

    protected static DecideByPaper ByPaper(BodyRuling ruling) => new(ruling);

    protected static BodyRuling.Clear Cleared(params int[] goals) => new(goals.Select(goal => new Finding(goal, Text("It conforms."))).ToValueList(), [], null);

    protected static DecideInSession InSession(BodyRuling ruling, int item = 1, BodyKind body = BodyKind.Sig) => new(new(
        new(body, 1989, 1), item, ruling, new(new("nsc.sig"), new Seat(SeatKind.SigChair), [State, Dod, Nsc, Ocjcs], Friday)));

    protected static Actor Session(BodyKind body = BodyKind.Sig) => new Actor.Entity(new("session", new SessionId(body, 1989, 1).ToString()));

    protected void GivenForwarded()
    {
        GivenSubmitted();
        Given(new Forward(Text("You.")), Chair, Monday);
    }

    /// <summary>The SIG's members concur, those of these agencies.</summary>
    protected void GivenSigConcurs(params AgencyId[] agencies)
    {
        foreach (var agency in agencies) Given(new TakePosition(new Stand.Concur(), []), SigMember(agency), Friday);
    }

    protected void GivenAllOfSigConcur() => GivenSigConcurs(State, Dod, Nsc, Ocjcs, Cia);
}
