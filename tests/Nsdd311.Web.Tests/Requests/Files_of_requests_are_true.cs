using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Requests;

public sealed class Files_of_requests_are_true
{
    private const string Head = "#   dotnet run --project standalone -- --data ./data/x --clock 1989-10-16T09:00:00-04:00\n@host = http://x\n";

    public static TheoryData<string> Files { get; } = [.. HttpFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_walk_through_a_file_meets_what_it_says(string name)
    {
        var file = HttpFile.Read(name);
        await using var house = await House.Open(file.Clock);

        await new Walk(file, house).Go();
    }

    [Fact]
    public void There_is_a_file_for_each_journey_for_the_ledgers_and_for_what_a_visitor_sees() =>
        HttpFile.Names.Should().Equal("1-ministerial-visit.http", "2-what-is-said.http", "3-a-day-of-the-sig.http", "3-an-agreement.http", "4-ships.http", "5-nobody-was-there.http", "import-and-ledgers.http", "what-a-visitor-sees.http");

    [Fact]
    public async Task An_answer_that_is_another_is_seen()
    {
        await using var house = await House.Open("1989-10-16T09:00:00-04:00");
        foreach (var wrong in new[] { "401", "200 in-vetting", "200 exercise=false" })
        {
            var file = HttpFile.Parse("x", $"{Head}### The clock\nGET {{{{host}}}}/api/v1/local/clock\nX-Local-Key: {{{{key}}}}\n\n### → {wrong} — in words\n".Split('\n'));
            await FluentActions.Awaiting(new Walk(file, house).Go).Should().ThrowAsync<Xunit.Sdk.XunitException>().WithMessage("*x:3 was answered with 200*");
        }
    }

    [Theory]
    [InlineData("### A\nGET {{host}}/\n\n### B\nGET {{host}}/\n\n### → 200\n", "x:3*")]
    [InlineData("### A\nGET {{host}}/\n", "x:3*")]
    [InlineData("### → 200\n", "x:3*")]
    [InlineData("### A\nDANCE {{host}}/\n\n### → 200\n", "x:3*")]
    public void A_file_that_is_not_as_it_should_be_is_named_by_its_line(string blocks, string complaint) =>
        FluentActions.Invoking(() => HttpFile.Parse("x", (Head + blocks).Split('\n'))).Should().Throw<FormatException>().WithMessage(complaint);
}
