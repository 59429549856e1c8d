namespace Nsdd311.House;

public sealed class Refusals_are_listed
{
    private const string Page = "docs/REFUSALS.md";

    private static readonly RefusalCode Own = new("pair.closed", "409", "PairClosed");

    [Theory]
    [InlineData("public sealed record PairClosed() : Refusal(\"pair.closed\", \"It is.\");")]
    [InlineData("public sealed record PairClosed(ValueList<(string A, int B)> Facts, string C)\n    : FormRefusal(\"pair.closed\", $\"{C}.\")\n{ }")]
    public void A_code_is_read_from_its_record(string source) => Refusals.InSource(source).Should().Equal(("PairClosed", "pair.closed"));

    [Theory]
    [InlineData("Problem.At(400, \"pair.closed\", path, \"It is.\")", "400")]
    [InlineData("static Problem Closed { get; } = new(\n    409, \"pair.closed\", \"It is.\");", "409")]
    [InlineData("form.Fault(\"pair.closed\", \"pair\", \"It is.\");", "422")]
    public void A_code_is_read_from_a_problem_of_the_web(string source, string status) =>
        Refusals.InWeb("src/Nsdd311.Web/A.cs", source).Should().Equal(new RefusalCode("pair.closed", status, "src/Nsdd311.Web/A.cs:1"));

    [Fact]
    public void A_row_is_read_from_its_table() =>
        Refusals.InDocument("| code | status | when |\n| --- | --- | --- |\n| `pair.closed` | 409 | It is. |\nText `pair.open`.\n")
            .Should().Equal(new RefusalCode("pair.closed", "409", "line 3"));

    [Theory]
    [InlineData("", "409", "is not in docs/REFUSALS.md")]
    [InlineData("pair.closed", "422", "is answered with 409, not 422")]
    public void A_refusal_that_the_page_lacks_or_has_wrong_is_seen(string listed, string status, string what) =>
        Refusals.Differences([Own], listed == "" ? [] : [new(listed, status, "line 1")], _ => true).Should().ContainSingle().Which.What.Should().Contain(what);

    [Fact]
    public void A_row_that_no_source_writes_is_seen() =>
        Refusals.Differences([], [new("pair.gone", "409", "line 1")], _ => false).Should().ContainSingle().Which.What.Should().Be("no source writes pair.gone");

    [Fact]
    public void A_refusal_without_a_literal_code_is_seen() =>
        Refusals.Differences([Own with { Code = "" }], [], _ => true).Should().ContainSingle().Which.What.Should().StartWith("write the code as a literal");

    [Fact]
    public void A_code_with_two_meanings_is_seen() =>
        Refusals.Differences([Own, Own with { Where = "PairShut" }], [Own], _ => true).Should().ContainSingle().Which.Where.Should().Be("PairClosed, PairShut");

    [Fact]
    public void The_kind_of_a_refusal_decides_its_status() =>
        Refusals.Of([typeof(NotEntitled)], new Dictionary<string, string> { ["NotEntitled"] = "seat.not-entitled" })
            .Should().Equal(new RefusalCode("seat.not-entitled", "403", "NotEntitled"));

    [Fact]
    public void The_page_lists_every_refusal_with_its_status_and_nothing_else()
    {
        var sources = Repository.Sources.Where(file => !file.Path.StartsWith("tests/")).Select(file => SourceText.Of(file.Text).CodeAndLiterals).ToList();
        var codes = sources.SelectMany(Refusals.InSource).GroupBy(found => found.Record).ToDictionary(group => group.Key, group => group.First().Code);

        var web = Repository.Sources.Where(file => file.Path.StartsWith("src/Nsdd311.Web/") || file.Path.StartsWith("standalone/")).SelectMany(file => Refusals.InWeb(file.Path, file.Text));

        Refusals.Differences(
            [.. Refusals.Of(typeof(CommandId).Assembly.GetTypes(), codes), .. web],
            [.. Refusals.InDocument(Repository.Read(Page))],
            code => sources.Any(source => source.Contains($"\"{code}\""))).ShouldBeNone();
    }
}
