using Nsdd311.Charters;

namespace Nsdd311.Tests.Charters;

public sealed class LocalPersons
{
    private static readonly Charter Charter = Nsdd311Charter.Load();

    [Theory]
    [InlineData("nsc.sig", "NSC", "sig-chair, sig-member/NSC")]
    [InlineData("state.sig", "STATE", "sig-member/STATE")]
    [InlineData("dod.ig-chair", "DOD", "ig-chair, executive-secretary")]
    [InlineData("dod.ig", "DOD", "ig-member/DOD")]
    [InlineData("ocjcs.ig-alternate", "OCJCS", "ig-alternate/OCJCS")]
    [InlineData("cia.sig-alternate", "CIA", "sig-alternate/CIA")]
    [InlineData("nsc.ao", "NSC", "action-officer/NSC")]
    public void A_person_holds_seats_and_is_cleared_to_the_top(string id, string agency, string seats)
    {
        var person = Person(id);

        person.Agency.Should().Be(AgencyId.Parse(agency));
        string.Join(", ", person.Seats).Should().Be(seats);
        person.Clearance.Should().Be("TS");
    }

    [Theory]
    [InlineData("observer", "S")]
    [InlineData("auditor", "S")]
    [InlineData("operator", "U")]
    public void Some_belong_to_no_agency(string id, string clearance)
    {
        Person(id).Agency.Should().BeNull();
        Person(id).Clearance.Should().Be(clearance);
    }

    [Fact]
    public void Only_two_persons_hold_more_than_one_seat() =>
        Charter.Persons.Where(person => person.Seats.Count > 1).Select(person => person.Id.Value).Should().Equal("nsc.sig", "dod.ig-chair");

    private static LocalPerson Person(string id) => Charter.Persons.Single(person => person.Id == new PersonId(id));
}
