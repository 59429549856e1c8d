using Npgsql;
using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>Whoever watches the machines is answered from a process's first moment to its last.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class HealthFromFirstToLast(SmallCluster cluster) : IClassFixture<SmallCluster>
{
    private const string Live = "/health/live";
    private const string Ready = "/health/ready";

    [Fact]
    public async Task A_silo_that_waits_for_PostgreSQL_and_then_for_dead_silos_lives_and_says_that_it_joins()
    {
        await cluster.SilosUp();
        await cluster.KillAll();
        cluster.Server.Stop();
        await using var silo = cluster.NewSilo();

        await silo.Writes("Waiting for PostgreSQL");
        (await silo.Ask(Live))!.ShouldBe(200);
        IsJoining(await silo.Ask(Ready));

        cluster.Server.Start();
        await HostProcess.Until(async () =>
        {
            var answer = await silo.Ask(Ready);
            if (answer is { Status: 200 }) return true;

            IsJoining(answer);
            return false;
        });
        (await silo.Ask(Live))!.ShouldBe(200);
    }

    [Fact]
    public async Task A_silo_that_was_told_to_stop_lives_and_says_that_it_drains_until_it_has_left()
    {
        await cluster.SilosUp();
        var silo = cluster.Processes.First();
        await using var connection = new NpgsqlConnection($"{cluster.Database};Pooling=false");
        await connection.OpenAsync();
        await using var hold = await connection.BeginTransactionAsync();
        await using (var nobodyLeaves = new NpgsqlCommand("lock table orleans_silo in access exclusive mode", connection)) await nobodyLeaves.ExecuteNonQueryAsync();

        var ends = silo.EndsInOrder();
        await HostProcess.Until(async () => (await silo.Ask(Ready))?.Status != 200, "Its last readiness", TimeSpan.FromSeconds(20));
        (await silo.Ask(Ready))!.ShouldBe(503).Member("status").Should().Be("draining");
        (await silo.Ask(Live))!.ShouldBe(200);

        await hold.RollbackAsync();
        (await ends).Should().Be(0, silo.Words);
        await cluster.Kill(0);
    }

    [Fact]
    public async Task A_gateway_without_any_silo_lives_and_asks_everybody_to_repeat_until_one_has_come()
    {
        await cluster.BeginAnew();
        var (process, service) = cluster.NewGateway("--sign-in", "local");
        await using var gateway = process;

        await gateway.Writes("Waiting for the cluster");
        (await gateway.Says(Live)).ShouldBe(200);
        (await gateway.Says(Ready)).ShouldBe(503, "runtime.unavailable");
        var officer = await service.SignIn("dod.ao");
        (await officer.Get("/proposals")).ShouldBe(503, "runtime.unavailable").Headers.Should().ContainKey("Retry-After");
        (await officer.Post("/proposals", StandardWork.Paper(), key: "early")).ShouldBe(503, "runtime.unavailable").Headers.Should().ContainKey("Retry-After");

        await cluster.SilosUp();
        await gateway.BecomesReady();
        (await officer.Post("/proposals", StandardWork.Paper(), key: "early")).ShouldBe(201);
    }

    private static void IsJoining(Answered? answer) => answer!.ShouldBe(503).Member("status").Should().Be("joining");
}
