using Nsdd311.Runtime.Hosting;
using Nsdd311.Standalone;

namespace Nsdd311.Web.Tests.Hosting;

public sealed class Starting
{
    [Theory]
    [InlineData("--urls", "http://0.0.0.0:5311")]
    [InlineData("--urls", "http://example.com")]
    [InlineData("--urls", "http://localhost@127.0.0.1:5311")]
    [InlineData("--urls", "https://localhost:5311")]
    [InlineData("--clock", "1989-10-16")]
    [InlineData("--clock", "9999-12-31T00:00:00Z")]
    [InlineData("--clock", "1899-12-31T00:00:00Z")]
    [InlineData("--colour", "red")]
    [InlineData("--data")]
    public void What_makes_no_sense_is_refused(params string[] args) =>
        FluentActions.Invoking(() => Options.Parse(args)).Should().Throw<StartRefusedException>();

    [Fact]
    public async Task A_charter_with_faults_lists_them_all_and_starts_nothing()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}");
        var broken = Repository.PathOf("tests/charters/broken.json");

        var start = await FluentActions.Invoking(() => House.Open(folder: folder, charter: broken)).Should().ThrowAsync<StartRefusedException>();

        start.Which.Message.Split('\n').Length.Should().BeGreaterThan(5);
        Directory.Exists(folder).Should().BeFalse();
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_told_who_has_it()
    {
        await using var house = await House.Open();
        await FluentActions.Invoking(() => House.Open(folder: house.Folder)).Should().ThrowAsync<StartRefusedException>().WithMessage($"*in use by process {Environment.ProcessId}*");
    }

    [Fact]
    public async Task The_check_of_all_chains_counts_what_it_saw()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}");
        await (await House.Open(folder: folder)).DisposeAsync();
        using var output = new StringWriter();

        (await Verification.Run(Options.Usual with { Data = folder }, output)).Should().Be(0);

        output.ToString().Should().Contain("1 rows in 1 chains verify");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_attached_file_outlives_the_process_and_is_looked_at_by_the_check()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}");
        await using (var house = await House.Open("1989-10-16T09:00:00-04:00", folder))
        {
            var attachments = $"/proposals/{(await (await house.SignIn("dod.ao")).Post("/proposals", Papers.Visit(submit: false))).Member("id")}/attachments";
            var about = new { title = Papers.Text("U", "Itinerary"), mark = "C" };
            (await (await house.SignIn("dod.ao")).PostParts(attachments, about, [1, 2, 3], "application/pdf")).ShouldBe(201);

            await house.Restart("1989-10-16T09:00:00-04:00");

            (await (await house.SignIn("dod.ao")).Get(attachments + "/1")).ShouldBe(200).Bytes.Should().Equal(1, 2, 3);
        }

        using var output = new StringWriter();
        (await Verification.Run(Options.Usual with { Data = folder }, output)).Should().Be(0);
        output.ToString().Should().Contain("So do the attached files: 1.");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_check_of_a_folder_without_a_store_is_refused_and_makes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("nsdd311-").FullName;
        var absent = Path.Combine(folder, "absent");

        foreach (var place in new[] { folder, absent })
            await FluentActions.Invoking(() => Verification.Run(Options.Usual with { Data = place }, TextWriter.Null))
                .Should().ThrowAsync<StartRefusedException>().WithMessage($"There is no store in '{place}'*");

        Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();
        Directory.Delete(folder);
    }

    [Fact]
    public async Task The_check_of_a_store_without_a_row_is_refused()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}");
        await (await Store.Open(Options.Usual with { Data = folder })).DisposeAsync();

        await FluentActions.Invoking(() => Verification.Run(Options.Usual with { Data = folder }, TextWriter.Null))
            .Should().ThrowAsync<StartRefusedException>().WithMessage("*nothing to verify*");

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_second_charter_runs_on_the_same_program()
    {
        await using var house = await House.Open(charter: Repository.PathOf("tests/charters/second.json"));
        (await house.Local(HttpMethod.Get, "/persons")).ShouldBe(200);
    }
}
