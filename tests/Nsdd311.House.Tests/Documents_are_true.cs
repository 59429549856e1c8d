namespace Nsdd311.House;

public sealed class Documents_are_true
{
    /// <summary>Files that a run writes or a person brings; a document may name them.</summary>
    private static readonly string[] NotKept = ["local.key", "charter.json", "docker-compose.override.yml"];

    [Theory]
    [InlineData("see `src/Nsdd311.Nowhere`")]
    [InlineData("see `src/Nsdd311.Core/Gone.cs`.")]
    [InlineData("run `gone.sh`")]
    [InlineData("[the page](GONE.md)")]
    [InlineData("[the page](../docs/GONE.md#part)")]
    public void A_path_that_is_not_there_is_seen(string text) => Documents.Paths("docs/PAGE.md", text, _ => false, []).Should().ContainSingle();

    [Theory]
    [InlineData("`GET /api/v1/charter`, `/openapi`, `proposal.too-soon`, `src/*/packages.lock.json`, `If-Match`, `./data`")]
    [InlineData("```\nsrc/Nsdd311.Nowhere\n```")]
    [InlineData("[elsewhere](https://example.test/x) and [here](#part)")]
    public void What_is_no_path_is_let_through(string text) => Documents.Paths("docs/PAGE.md", text, _ => false, []).Should().BeEmpty();

    [Fact]
    public void A_link_is_read_from_its_page() =>
        Documents.Paths("docs/adr/PAGE.md", "[a](../A.md) [b](B.md)", path => path is "docs/A.md" or "docs/adr/B.md", []).Should().BeEmpty();

    [Fact]
    public void Commands_are_the_lines_of_shell_blocks() =>
        Documents.Commands("`dotnet x`\n```sh\ndotnet run # starts\ncurl a\n./test.sh\n```\n```\n./other.sh\n```\n").Should().Equal("dotnet run", "./test.sh");

    [Fact]
    public void Documents_name_only_what_is_there()
    {
        var names = Repository.Files.Select(file => Path.GetFileName(file.Path)).Concat(NotKept).ToHashSet();
        Repository.Documents.SelectMany(file => Documents.Paths(file.Path, file.Text, Repository.Has, names)).ShouldBeNone();
    }

    [Fact]
    public void The_readme_s_two_commands_are_those_of_the_house() =>
        Documents.Commands(Repository.Read("README.md")).Distinct().Should().Equal("dotnet run --project standalone", "./test.sh");

    [Theory]
    [InlineData("RUN dotnet publish gone --output /app\nENTRYPOINT [\"dotnet\", \"Own.dll\"]")]
    [InlineData("RUN dotnet publish own --output /app\nENTRYPOINT [\"dotnet\", \"Gone.dll\"]")]
    public void A_container_that_starts_what_is_not_built_is_seen(string dockerfile) =>
        Documents.Container("Dockerfile", dockerfile, [("own", "Own")]).Should().ContainSingle();

    [Theory]
    [InlineData("    environment:\n      LOCAL_KEY: abc")]
    [InlineData("    environment:\n      - DB_PASSWORD=abc")]
    public void A_secret_in_a_compose_file_is_seen(string compose) => Documents.Secrets("docker-compose.yml", compose).Should().ContainSingle();

    [Fact]
    public void A_secret_that_is_named_and_kept_elsewhere_is_let_through() =>
        Documents.Secrets("docker-compose.yml", "    environment:\n      DB_PASSWORD: ${DB_PASSWORD}\n      OTHER_PASSWORD: ${DB_PASSWORD:?give it}\n      - DB_PASSWORD\n").Should().BeEmpty();

    [Fact]
    public void The_container_starts_what_is_built_and_holds_no_secret() =>
        Documents.Container("Dockerfile", Repository.Read("Dockerfile"), [.. Repository.Projects.Where(file => Arrows.IsHost(file.Path)).Select(file => (Arrows.FolderOf(file.Path), Documents.AssemblyOf(file.Path, file.Text)))])
            .Concat(Documents.Secrets("Dockerfile", Repository.Read("Dockerfile")))
            .Concat(Compose.Files.SelectMany(file => Documents.Secrets(file, Repository.Read(file))))
            .ShouldBeNone();

    [Fact]
    public void The_test_run_is_what_the_readme_and_the_machine_call() =>
        Repository.Read(".ci/run").Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Should().Be("exec ./test.sh");
}
