using Nsdd311.Access;
using Nsdd311.Proposals;
using Nsdd311.Tests.Proposals;

namespace Nsdd311.Tests.Access;

/// <summary>To whom a matter is distributed follows from its own table, whatever other matters asked before it.</summary>
public sealed class TheAudiencesOfAMatter : ProposalSpec
{
    [Fact]
    public void A_submitted_matter_is_the_table_s()
    {
        GivenSubmitted();

        MatterAudiences.Of(Now).Should().Equal(
            "agency:STATE", "agency:DOD", "agency:NSC", "agency:OCJCS", "agency:CIA", "ig-chair", "acting-chair", "executive-secretary");
    }

    [Fact]
    public void Two_matters_of_different_tables_have_different_audiences_and_neither_gets_the_other_s()
    {
        GivenSubmitted();
        var vetting = (ProposalState.InVetting)Now;
        var smaller = vetting with { Round = vetting.Round with { Agencies = [State, Cia] } };

        MatterAudiences.Of(smaller).Should().Equal("agency:STATE", "agency:CIA", "agency:DOD", "ig-chair", "acting-chair", "executive-secretary");
        MatterAudiences.Of(vetting).Should().HaveCount(8).And.StartWith("agency:STATE").And.Contain("agency:NSC");
        MatterAudiences.Of(vetting with { Matter = vetting.Matter with { Dossier = vetting.Matter.Dossier with { Agency = AgencyId.Parse("ACDA") } } })
            .Should().Contain("agency:ACDA").And.HaveCount(9);
    }

    [Fact]
    public void From_the_moment_it_is_before_the_SIG_it_is_the_SIG_s_as_well()
    {
        GivenSubmitted();
        MatterAudiences.Of(Now).Should().NotContain("sig-chair");

        Given(new ProposalCommand.Forward(Text("You.")), Chair, Monday.AddHours(1));

        MatterAudiences.Of(Now).Should().Contain(["sig-chair", "sig-member/CIA", "sig-alternate/CIA", "agency:CIA"]).And.OnlyHaveUniqueItems();
    }
}
