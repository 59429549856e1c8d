namespace Nsdd311.House;

public sealed class The_solution_is_everything
{
    private static readonly string[] Projects = ["src/Nsdd311.Core/Nsdd311.Core.csproj", "silo/silo.csproj"];

    private static IEnumerable<string> Own => Repository.Projects.Select(file => file.Path);

    [Fact]
    public void A_project_that_the_solution_lacks_is_seen() =>
        Solutions.Solution("Project(\"{1}\") = \"Core\", \"src\\Nsdd311.Core\\Nsdd311.Core.csproj\", \"{2}\"", Projects)
            .Should().ContainSingle().Which.What.Should().StartWith("silo/silo.csproj is missing");

    [Theory]
    [InlineData("\"src\\\\Nsdd311.Core\\\\Nsdd311.Core.csproj\", \"silo\\\\silo.csproj\"", "silo/silo.csproj does not belong there")]
    [InlineData("", "src/Nsdd311.Core/Nsdd311.Core.csproj is missing")]
    public void A_filter_that_leaves_out_too_little_or_too_much_is_seen(string listed, string what) =>
        Solutions.Filter($$"""{ "solution": { "path": "Nsdd311.Grains.sln", "projects": [{{listed}}] } }""", Projects)
            .Should().ContainSingle().Which.What.Should().StartWith(what);

    [Fact]
    public void The_solution_lists_every_project() => Solutions.Solution(Repository.Read("Nsdd311.Grains.sln"), Own).ShouldBeNone();

    [Fact]
    public void The_filter_lists_every_project_that_does_without_Orleans() => Solutions.Filter(Repository.Read("Nsdd311.NoCluster.slnf"), Own).ShouldBeNone();

    [Fact]
    public void The_test_run_leaves_out_the_same_projects() =>
        Repository.Read("test.sh").Should().Contain($"left_out='{string.Join(' ', Arrows.NeedOrleans)}'");
}
