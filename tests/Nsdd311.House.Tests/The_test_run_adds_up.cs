using System.Diagnostics;

namespace Nsdd311.House;

/// <summary>test.sh itself, in a folder of its own, with a dotnet that answers what the story says.</summary>
public sealed class The_test_run_adds_up : IDisposable
{
    private const string LeftOut = "The feed lacks Orleans; left out: src/Nsdd311.Grains silo gateway bench/bare tests/Nsdd311.Grains.Tests.";

    private const string Lacking = "Everything was to run, and something was left out or skipped.";

    /// <summary>The parts of one project that run as processes of their own.</summary>
    private static readonly string[] GrainsRuns = ["Nsdd311.Grains.Tests", "Nsdd311.Grains.Tests.Journeys", "Nsdd311.Grains.Tests.Journey5"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nsdd311-test-run");

    public The_test_run_adds_up()
    {
        File.Copy(Path.Combine(Repository.Root, "test.sh"), Path.Combine(folder.FullName, "test.sh"));
        foreach (var project in (string[])["Nsdd311.Core.Tests", "Nsdd311.Grains.Tests", "Nsdd311.Simulation"])
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "tests", project));
            File.WriteAllText(Path.Combine(folder.FullName, "tests", project, $"{project}.csproj"), "");
        }

        Restoring();
        Building();
        Running("Nsdd311.Core.Tests", total: 5, ran: 5, passed: 5);
        Answer("test-Nsdd311.Grains.Tests", string.Join("; ", GrainsRuns.Select(run => $"echo '<Counters total=\"1\" executed=\"1\" passed=\"1\" failed=\"0\" />' > .out/trx/{run}.trx")));
        Running("Nsdd311.Simulation", total: 2, ran: 1, passed: 1);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void All_is_added_up_in_a_last_line_of_its_own()
    {
        var (lines, code) = Run();

        lines.Should().Equal("Building Nsdd311.Grains.sln.", "Nsdd311.Core.Tests: 5 passed, 0 failed, 0 skipped", "Nsdd311.Grains.Tests: 1 passed, 0 failed, 0 skipped",
            "Nsdd311.Grains.Tests.Journeys: 1 passed, 0 failed, 0 skipped", "Nsdd311.Grains.Tests.Journey5: 1 passed, 0 failed, 0 skipped",
            "Nsdd311.Simulation: 1 passed, 0 failed, 1 skipped", "9 passed, 0 failed, 1 skipped");
        code.Should().Be(0);
    }

    [Fact]
    public void A_failed_test_fails_the_run()
    {
        Running("Nsdd311.Core.Tests", total: 5, ran: 5, passed: 4, code: 1);

        var (lines, code) = Run();

        lines[^1].Should().Be("8 passed, 1 failed, 1 skipped");
        code.Should().Be(1);
    }

    [Fact]
    public void A_run_that_breaks_without_naming_a_test_fails_the_run()
    {
        Running("Nsdd311.Core.Tests", total: 5, ran: 5, passed: 5, code: 134);

        var (lines, code) = Run();

        lines[^1].Should().Be("9 passed, 1 failed, 1 skipped");
        code.Should().Be(1);
    }

    [Fact]
    public void A_project_in_which_nothing_ran_fails_the_run()
    {
        Answer("test-Nsdd311.Core.Tests", "echo No test is available.");

        Run().Lines[^1].Should().Be("4 passed, 1 failed, 1 skipped");
    }

    [Fact]
    public void A_build_that_fails_is_shown_and_ends_the_run()
    {
        Building("echo 'A.cs(1,1): error CS1002: ; expected'; exit 1");

        var (lines, code) = Run();

        lines[^2..].Should().Equal("A.cs(1,1): error CS1002: ; expected", "The build failed.");
        code.Should().Be(1);
    }

    [Fact]
    public void Where_the_feed_lacks_Orleans_the_first_and_the_last_line_say_what_was_left_out()
    {
        Restoring("echo '/x/src/Nsdd311.Grains/Nsdd311.Grains.csproj : error NU1101: Unable to find package Microsoft.Orleans.Sdk.'\n"
            + "echo '/x/silo/silo.csproj : error NU1102: Unable to find package Microsoft.Orleans.Server with version (= 10.0.0)'; exit 1");

        var (lines, code) = Run();

        lines.Should().Equal(LeftOut, "Building Nsdd311.NoCluster.slnf.", "Nsdd311.Core.Tests: 5 passed, 0 failed, 0 skipped",
            "Nsdd311.Simulation: 1 passed, 0 failed, 1 skipped", "6 passed, 0 failed, 1 skipped", LeftOut);
        code.Should().Be(0);
    }

    [Fact]
    public void Where_everything_is_to_run_a_skipped_test_fails_the_run()
    {
        var (lines, code) = Run(everything: true);

        lines[^2..].Should().Equal(Lacking, "9 passed, 0 failed, 1 skipped");
        code.Should().Be(1);
    }

    [Fact]
    public void Where_everything_is_to_run_what_is_left_out_fails_the_run()
    {
        Running("Nsdd311.Simulation", total: 2, ran: 2, passed: 2);
        Restoring("echo '/x/silo/silo.csproj : error NU1101: Unable to find package Microsoft.Orleans.Server.'; exit 1");

        var (lines, code) = Run(everything: true);

        lines[^3..].Should().Equal(Lacking, "7 passed, 0 failed, 0 skipped", LeftOut);
        code.Should().Be(1);
    }

    [Fact]
    public void Where_everything_is_to_run_and_did_the_run_is_good()
    {
        Running("Nsdd311.Simulation", total: 2, ran: 2, passed: 2);

        var (lines, code) = Run(everything: true);

        lines[^2..].Should().Equal("Nsdd311.Simulation: 2 passed, 0 failed, 0 skipped", "10 passed, 0 failed, 0 skipped");
        code.Should().Be(0);
    }

    [Fact]
    public void The_workflow_asks_for_everything() => Repository.Read(".github/workflows/check.yml").Should().MatchRegex(@"- run: .*\bEVERYTHING=1 \./test\.sh\n");

    [Theory]
    [InlineData("/x/src/Nsdd311.Core/Nsdd311.Core.csproj : error NU1101: Unable to find package Microsoft.CodeAnalysis.BannedApiAnalyzers.")]
    [InlineData("/x/silo/silo.csproj : error MSB4025: The project file could not be loaded.")]
    [InlineData("MSBUILD : error MSB1009: Project file does not exist.")]
    [InlineData("Killed")]
    public void Where_something_else_is_lacking_nothing_is_left_out(string error)
    {
        Restoring($"echo '/x/silo/silo.csproj : error NU1101: Unable to find package Microsoft.Orleans.Server.'; echo '{error}'; exit 1");
        if (error == "Killed") Restoring("echo Killed; exit 137");

        var (lines, code) = Run();

        lines[^1].Should().Be("Packages could not be restored.");
        code.Should().Be(1);
    }

    private void Restoring(string everything = "exit 0") => Answer("restore-Nsdd311.Grains.sln", everything);

    private void Building(string answer = "exit 0")
    {
        Answer("restore-Nsdd311.NoCluster.slnf", "exit 0");
        Answer("build-Nsdd311.Grains.sln", answer);
        Answer("build-Nsdd311.NoCluster.slnf", answer);
    }

    private void Running(string project, int total, int ran, int passed, int code = 0) =>
        Answer($"test-{project}", $"echo '<Counters total=\"{total}\" executed=\"{ran}\" passed=\"{passed}\" failed=\"{ran - passed}\" />' > .out/trx/{project}.trx; exit {code}");

    private void Answer(string step, string script) => File.WriteAllText(Path.Combine(folder.FullName, $"answer-{step}"), script);

    private (string[] Lines, int Code) Run(bool everything = false)
    {
        const string Story = "dotnet() ( source \"answer-$1-$(basename \"$2\" .csproj)\" ); export -f dotnet; exec bash ./test.sh";
        var start = new ProcessStartInfo("bash", ["-c", Story]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
        // The run that these tests are part of may have been asked for everything.
        start.Environment.Remove("EVERYTHING");
        if (everything) start.Environment["EVERYTHING"] = "1";
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return (lines, process.ExitCode);
    }
}
