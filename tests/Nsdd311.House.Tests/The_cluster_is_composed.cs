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
        """;

    [Fact]
    public void A_service_that_has_all_it_needs_is_let_through() => Compose.Faults(Sound, ["silo"]).Should().BeEmpty();

    [Theory]
    [InlineData("70s", "10s", "silo is killed before it can have stopped")]
    [InlineData("target: silo", "target: gone", "a stage that the Dockerfile does not have")]
    [InlineData("healthcheck: { test: [\"CMD\", \"true\"] }", "restart: always", "silo has no health check")]
    [InlineData("healthcheck: {", "depends_on: { gone: { condition: service_healthy } }\n    healthcheck: {", "which is no service")]
    public void What_it_lacks_is_seen(string there, string instead, string fault) =>
        Compose.Faults(Sound.Replace(there, instead), ["silo"]).Should().ContainSingle().Which.What.Should().Contain(fault);

    [Fact]
    public void The_compose_file_has_a_database_silos_and_a_gateway_and_lacks_nothing()
    {
        var text = Repository.Read("docker-compose.yml");

        Compose.Services(text).Where(service => !service.Value.ContainsKey("profiles")).Select(service => service.Key).Should().BeEquivalentTo("postgres", "silo", "gateway");
        Compose.Faults(text, Compose.Stages(Repository.Read("Dockerfile"))).ShouldBeNone();
    }

    [Fact]
    public void Silos_can_be_scaled_for_none_of_them_takes_a_port_or_a_name_of_the_machine() =>
        Compose.Services(Repository.Read("docker-compose.yml"))["silo"].Keys.Should().NotContain(["ports", "container_name", "network_mode", "volumes"]);
}
