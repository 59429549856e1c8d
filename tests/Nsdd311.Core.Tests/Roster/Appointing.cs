using Nsdd311.Charters;
using Nsdd311.Roster;
using static Nsdd311.Roster.RosterCommand;
using static Nsdd311.Tests.Marking.Unclassified;

namespace Nsdd311.Tests.Roster;

/// <summary>Who fills which seat (8-charter, section 2 and journey 3, steps 24 and 25).</summary>
public sealed class Appointing
{
    private static readonly Charter Nsdd = Nsdd311Charter.Load();
    private static readonly DateTimeOffset Now = new(1989, 2, 27, 9, 0, 0, TimeSpan.FromHours(-5));
    private static readonly AgencyId Cia = AgencyId.Parse("CIA");
    private static readonly Appointment CiaMember = new(new(SeatKind.IgMember, Cia), new("cia.ig"), "Member");

    [Fact]
    public void The_SIG_member_of_the_agency_appoints_its_IG_member() =>
        Decide(new Appoint(CiaMember, null), new(SeatKind.SigMember, Cia)).Should().Be(Decision<RosterEvent>.Accept(new RosterEvent.Appointed(CiaMember, null, Now)));

    [Fact]
    public void The_SIG_member_of_another_agency_does_not() =>
        Decide(new Appoint(CiaMember, null), new(SeatKind.SigMember, AgencyId.Parse("STATE"))).Should().Be(Decision<RosterEvent>.Refuse(new OtherAgency(Cia)));

    [Fact]
    public void The_executive_secretary_enters_a_SIG_member_on_a_written_designation()
    {
        var member = new Appointment(new(SeatKind.SigMember, Cia), new("cia.sig"), "Member");

        Decide(new Appoint(member, U(" ")), new(SeatKind.ExecutiveSecretary)).Should().Be(Decision<RosterEvent>.Refuse(new ReferenceMissing()));
        Decide(new Appoint(member, U("DCI letter of 1 August")), new(SeatKind.ExecutiveSecretary)).Should().BeOfType<Decision<RosterEvent>.Accepted>();
    }

    [Fact]
    public void An_agency_has_one_member_and_may_have_several_officers()
    {
        var state = RosterDecider.Evolve(RosterDecider.Initial, new RosterEvent.Appointed(CiaMember, null, Now));
        var by = new Seat(SeatKind.SigMember, Cia);
        var officer = new Appointment(new(SeatKind.ActionOfficer, Cia), new("cia.ao"), "Officer");

        Decide(new Appoint(CiaMember with { Person = new("another") }, null), by, state).Should().Be(Decision<RosterEvent>.Refuse(new SeatTaken("ig-member/CIA")));
        state = RosterDecider.Evolve(state, new RosterEvent.Appointed(officer, null, Now));
        Decide(new Appoint(officer with { Person = new("another") }, null), by, state).Should().BeOfType<Decision<RosterEvent>.Accepted>();
    }

    [Fact]
    public void A_chair_is_a_chair_by_office() =>
        Decide(new Appoint(new(new(SeatKind.IgChair), new("x"), "X"), U("Letter")), new(SeatKind.ExecutiveSecretary)).Should().Be(Decision<RosterEvent>.Refuse(new SeatByOffice("ig-chair")));

    [Fact]
    public void The_last_of_a_seat_leaves_it_vacant_and_that_is_told()
    {
        var state = RosterDecider.Evolve(RosterDecider.Initial, new RosterEvent.Appointed(CiaMember, null, Now));
        var relieved = new RosterEvent.Relieved(CiaMember.Seat, CiaMember.Person, null, true, Now);

        Decide(new Relieve(CiaMember.Seat, CiaMember.Person, null), new(SeatKind.SigMember, Cia), state).Should().Be(Decision<RosterEvent>.Accept(relieved));
        RosterAlerts.Of(relieved).Should().ContainSingle().Which.Subject.Should().Be("ig-member/CIA");
    }

    [Fact]
    public void A_deployment_is_founded_once_and_by_nobody_in_person()
    {
        var found = new Found([CiaMember]);
        Decide(found, new(SeatKind.ExecutiveSecretary)).Should().BeOfType<Decision<RosterEvent>.Refused>();

        var founded = RosterDecider.Evolve(RosterDecider.Initial, new RosterEvent.Founded([CiaMember], Now));
        RosterDecider.Decide(founded, found, new(Now, new Actor.Clock(), Nsdd)).Should().Be(Decision<RosterEvent>.Refuse(new AlreadyFounded()));
    }

    private static Decision<RosterEvent> Decide(RosterCommand command, Seat by, RosterState? state = null) =>
        RosterDecider.Decide(state ?? RosterDecider.Initial, command, new(Now, new Actor.Person(new("p"), "P", by), Nsdd));
}
