using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>What an operator does to a cluster, and what a machine does to it, while matters are vetted through the gateway.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class SilosComeAndGoAsProcesses(RunningCluster cluster) : IClassFixture<RunningCluster>
{
    [Fact]
    public async Task A_matter_goes_from_its_submission_to_its_clearance_and_a_repetition_through_any_silo_holds_once()
    {
        await cluster.Up();
        var work = await StandardWork.Through(cluster);
        var before = await work.Held();

        await work.Vet("one");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => work.Vet("one")));

        (await work.Held()).Should().Be(before + 1);
    }

    [FactOnLinux]
    public async Task Every_thread_of_silos_and_gateway_is_batch_work()
    {
        await cluster.Up();

        cluster.Processes.Should().HaveCount(4);
        foreach (var process in cluster.Processes) process.Policies.Should().NotBeEmpty().And.OnlyContain(policy => policy == Scheduling.Batch);
    }

    [Fact]
    public async Task A_file_attached_through_the_gateway_is_there_for_whoever_asks_when_the_silo_is_gone_that_took_its_name()
    {
        await cluster.Up();
        var officer = await cluster.Gateway.SignIn("dod.ao");
        var attachments = $"/proposals/{(await officer.Post("/proposals", StandardWork.Paper(submit: false))).ShouldBe(201).Member("id")}/attachments";
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        (await officer.PostParts(attachments, new { title = new { mark = "U", text = "A map" }, mark = "C" }, bytes, "image/png", key: "map")).ShouldBe(201);

        for (var silo = 0; silo < 3; silo++) await cluster.Replace(silo);

        (await officer.Get(attachments + "/1")).ShouldBe(200).Bytes.AsSpan().SequenceEqual(bytes).Should().BeTrue();
        (await officer.PostParts(attachments, new { title = new { mark = "U", text = "A map" }, mark = "C" }, bytes, "image/png", key: "map")).ShouldBe(201);
        (await officer.Get(attachments)).Json["items"]!.AsArray().Should().HaveCount(1);
        await EveryChainVerifies();
    }

    [Fact]
    public async Task A_silo_killed_under_load_loses_nothing_that_was_acknowledged_and_vetting_goes_on()
    {
        await cluster.Up();
        var work = await StandardWork.Through(cluster);
        var before = await work.Held();

        await work.While(() => cluster.Kill(0));

        await work.EverythingIsThereOnce(before);
        await EveryChainVerifies();
    }

    [Fact]
    public async Task Whoever_was_on_a_silo_killed_under_load_is_answered_at_the_first_asking_within_the_gateways_patience()
    {
        await cluster.Up();
        var work = await StandardWork.Through(cluster);
        var before = await work.Held();
        var matters = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => work.Submit($"on-a-silo-{number}")));
        await using var whereabouts = await Whereabouts.Of(cluster.Database);
        string[] lost = [];
        Answered[] answers = [];

        await work.While(async () =>
        {
            var fullest = (await whereabouts.BySilo(EntityKinds.Proposal)).MaxBy(silo => silo.Count(matter => matters.Contains(matter.Key)))!;
            lost = [.. fullest.Select(matter => matter.Key).Intersect(matters)];
            await cluster.Kill(cluster.SiloAt(fullest.Key));
            answers = await Task.WhenAll(matters.Select(work.ConcurOnce));
        });

        lost.Should().NotBeEmpty("they were on the silo that was killed");
        answers.Select(answer => answer.Status).Should().OnlyContain(status => status == 200, "a killed silo is found out within the 30 s for which the gateway asks again by itself");
        work.ToldToRepeat.Should().Be(0);
        await work.EverythingIsThereOnce(before);
        await EveryChainVerifies();
    }

    [Fact]
    public async Task Three_silos_restarted_one_after_the_other_under_load_fail_no_request()
    {
        await cluster.Up();
        var work = await StandardWork.Through(cluster);
        var before = await work.Held();

        await work.While(async () =>
        {
            for (var silo = 0; silo < 3; silo++) await cluster.Replace(silo);
        });

        work.ToldToRepeat.Should().Be(0);
        await work.EverythingIsThereOnce(before);
        await EveryChainVerifies();
    }

    [Fact]
    public async Task PostgreSQL_restarted_under_load_loses_nothing_and_nobody_needs_a_restart()
    {
        await cluster.Up();
        var work = await StandardWork.Through(cluster);
        var before = await work.Held();

        await work.While(() => Task.Run(() =>
        {
            cluster.Server.Stop();
            cluster.Server.Start();
        }));

        await work.EverythingIsThereOnce(before);
        await EveryChainVerifies();
    }

    private async Task EveryChainVerifies()
    {
        await using var journal = await PostgresJournal.Open(cluster.Database, OwnerMode.Together);
        (await ChainVerification.Verify(journal, default)).Fault.Should().BeNull();
    }
}
