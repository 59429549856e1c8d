namespace Nsdd311.House;

public sealed class The_cluster_is_composed
{
    private const string Sound = """
        x-host: &host
          stop_grace_period: 70s
        services:
          silo:
            <<: *host
            build: { context: ., target: silo }
            healthcheck: { test: ["CMD", "true"] }
            environment: { NSDD311_SILO_PORT: 1, PGPASSWORD: x }
            volumes:
              - kept:/data
              - { type: bind, source: roster.json, target: /roster.json, read_only: true, bind: { create_host_path: false } }
        volumes:
          kept:
        """;

    private static readonly string[] Stages = ["silo"];

    [Fact]
    public void A_service_that_has_all_it_needs_is_let_through() => FaultsOf(Sound).Should().BeEmpty();

    [Theory]
    [InlineData("70s", "10s", "silo is killed before it can have stopped")]
    [InlineData("target: silo", "target: gone", "a stage that the Dockerfile does not have")]
    [InlineData("healthcheck: { test: [\"CMD\", \"true\"] }", "restart: always", "silo has no health check")]
    [InlineData("healthcheck: {", "depends_on: { gone: { condition: service_healthy } }\n    healthcheck: {", "which is no service")]
    [InlineData("- kept:/data", "- roster.json:/roster.json:ro", "by the short form")]
    [InlineData("read_only: true", "read_only: false", "'roster.json', which is to be read_only")]
    [InlineData("create_host_path: false", "create_host_path: true", "with create_host_path: false")]
    [InlineData(", bind: { create_host_path: false }", "", "with create_host_path: false")]
    [InlineData("NSDD311_SILO_PORT", "NSDD311_HOSTS", "silo is given NSDD311_HOSTS, which its program does not read")]
    [InlineData("environment: { NSDD311_SILO_PORT: 1, PGPASSWORD: x }", "environment: [NSDD311_HOSTS=a]", "silo is given NSDD311_HOSTS")]
    public void What_it_lacks_is_seen(string there, string instead, string fault) =>
        FaultsOf(Sound.Replace(there, instead)).Should().ContainSingle().Which.What.Should().Contain(fault);

    [Fact]
    public void Options_are_those_of_the_list_of_names() =>
        Compose.Options("string[] Names =\n    [\"--journal\", \"--silo-port\"];\n var a = given.Find(\"--other\");").Should().Equal("--journal", "--silo-port");

    [Fact]
    public void The_compose_files_have_what_their_edition_needs_and_lack_nothing()
    {
        Running("docker-compose.yml").Should().BeEquivalentTo("postgres", "silo", "gateway");
        Running("docker-compose.standalone.yml").Should().BeEquivalentTo("standalone");
        Compose.Files.SelectMany(file => Faults(file, Repository.Read(file), Compose.Stages(Repository.Read("Dockerfile")), OptionsOfHost)).ShouldBeNone();
    }

    [Fact]
    public void The_hosts_of_a_cluster_can_be_given_their_options_in_the_environment()
    {
        OptionsOfHost("silo").Should().Contain(["--journal", "--http"]);
        OptionsOfHost("gateway").Should().Contain(["--journal", "--roster"]).And.NotContain("--http");
        OptionsOfHost("standalone").Should().BeEmpty();
    }

    [Fact]
    public void Silos_can_be_scaled_for_none_of_them_takes_a_port_or_a_name_of_the_machine() =>
        Compose.Services(Repository.Read("docker-compose.yml"))["silo"].Keys.Should().NotContain(["ports", "container_name", "network_mode", "volumes"]);

    private static IEnumerable<string> Running(string file) =>
        Compose.Services(Repository.Read(file)).Where(service => !service.Value.ContainsKey("profiles")).Select(service => service.Key);

    private static IEnumerable<Violation> FaultsOf(string text) => Faults("compose.yml", text, Stages, _ => ["--silo-port"]);

    private static IEnumerable<Violation> Faults(string file, string text, IReadOnlyCollection<string> stages, Func<string, IReadOnlyCollection<string>> optionsOf) =>
        Compose.Faults(file, text, stages).Concat(Compose.Mounts(file, text)).Concat(Compose.Unread(file, text, optionsOf));

    private static IReadOnlyCollection<string> OptionsOfHost(string folder) =>
        [.. Repository.Sources.Where(file => file.Path.StartsWith($"{folder}/", StringComparison.Ordinal)).SelectMany(file => Compose.Options(file.Text))];
}
