using Nsdd311.Proposals;
using Nsdd311.Views;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>A matter says where it is filed elsewhere: "System II 90597" (1-domain, section 3).</summary>
public sealed class TheReferences : SigSpec
{
    private static readonly ExternalReference SystemII = new("System II", null, "90597");

    [Fact]
    public void They_are_kept_with_the_paper()
    {
        ValueList<ExternalReference> references = [SystemII, SystemII with { Year = 1988 }, new("NSC-LOG", 1988, "8890597/2.1")];

        Given(new DraftAndSubmit(Id, Visit() with { References = references }, []), Officer, Monday);

        ((ProposalState.InVetting)Now).Matter.Paper.References.Should().Equal(references);
    }

    [Theory]
    [InlineData("", null, "90597", "references[1].system")]
    [InlineData(" System II", null, "90597", "references[1].system")]
    [InlineData("System II: see tab A", null, "90597", "references[1].system")]
    [InlineData("Filed in a system of more than forty signs", null, "90597", "references[1].system")]
    [InlineData("System II", 1899, "90597", "references[1].year")]
    [InlineData("System II", 2200, "90597", "references[1].year")]
    [InlineData("System II", null, "", "references[1].number")]
    [InlineData("System II", null, "free words", "references[1].number")]
    [InlineData("System II", null, "12345678901234567890123456789012345678901", "references[1].number")]
    public void A_part_that_no_filing_datum_has_is_refused_by_name(string system, int? year, string number, string path)
    {
        When(new ProposalCommand.Draft(Id, Visit() with { References = [SystemII, new(system, year, number)] }), Officer, Monday);

        ThenRefused(new ReferenceInvalid(path));
    }

    [Theory]
    [InlineData("System II,90597", "System II", null, "90597")]
    [InlineData("NSC-LOG,1988,8890597/2.1", "NSC-LOG", 1988, "8890597/2.1")]
    public void One_is_asked_for_as_it_is_written(string text, string system, int? year, string number) =>
        ExternalReference.Read(text).Should().Be(new ExternalReference(system, year, number));

    [Theory]
    [InlineData("")]
    [InlineData("System II")]
    [InlineData("System II,")]
    [InlineData(",90597")]
    [InlineData("System II,,90597")]
    [InlineData("System II,+988,90597")]
    [InlineData("System II,1899,90597")]
    [InlineData("System II,1988,90597,1")]
    [InlineData("System_II,90597")]
    [InlineData("System II, 90597")]
    public void What_is_none_is_not_asked_for(string text) => ExternalReference.Read(text).Should().BeNull();

    [Fact]
    public void The_lists_find_it_by_each_with_its_year_and_without_however_it_is_written()
    {
        Given(new ProposalCommand.Draft(Id, Visit() with { References = [SystemII with { Year = 1988 }, SystemII with { Number = "7a" }] }), Officer, Monday);

        var filed = MatterRows.Row(Now, Nsdd)!.Filed;

        filed.Should().Equal(FilingKey.Of(SystemII with { Year = 1988 }), FilingKey.Of(SystemII), FilingKey.Of(new("SYSTEM ii", null, "7A")));
        filed.Should().Equal("reference/SYSTEM II/1988/90597", "reference/SYSTEM II//90597", "reference/SYSTEM II//7A");
    }

    [Fact]
    public void None_stands_twice_however_it_is_written()
    {
        When(new ProposalCommand.Draft(Id, Visit() with { References = [SystemII, SystemII with { System = "SYSTEM II" }] }), Officer, Monday);

        ThenRefused(new ReferenceDoubled("references[1]"));
    }

    [Fact]
    public void Twenty_are_enough()
    {
        ValueList<ExternalReference> Of(int count) => Enumerable.Range(1, count).Select(number => SystemII with { Number = $"{number}" }).ToValueList();

        When(new ProposalCommand.Draft(Id, Visit() with { References = Of(21) }), Officer, Monday);
        ThenRefused(new ReferencesTooMany(20));

        Given(new ProposalCommand.Draft(Id, Visit() with { References = Of(20) }), Officer, Monday);
    }
}
