using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>A new charter comes by a rolling restart: for a while some began before it and some after, and a matter may meet both.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class ANewCharterComes(SmallCluster cluster) : IClassFixture<SmallCluster>
{
    [Fact]
    public async Task Silos_and_gateways_that_began_before_it_go_on_with_matters_that_are_under_it()
    {
        await cluster.Up();
        var officer = await cluster.Gateway.SignIn("dod.ao");
        await Submit(officer, "before");
        await Amend();

        await cluster.Replace(0);
        List<string> matters = [];
        // Each silo decides under its own, and takes some of them once it is known to be there.
        await HostProcess.Until(async () =>
        {
            matters.Add(await Submit(officer, $"between-{matters.Count}"));
            return CharterVersions() == 2;
        }, "A matter under the new charter");

        // The only silo that is left began before the charter came.
        await cluster.Kill(0);
        foreach (var matter in matters) await Withdraw(officer, matter);

        await cluster.Replace(1);
        await Withdraw(officer, await Submit(officer, "after"));
    }

    private long CharterVersions() =>
        PostgresDatabases.Ask<long>(cluster.Database, "select count(distinct charter_version) from journal where type like 'proposal.submitted/%'");

    private async Task Amend()
    {
        var text = await File.ReadAllTextAsync(cluster.Charter);
        cluster.Charter = cluster.PathOf("amended.json");
        await File.WriteAllTextAsync(cluster.Charter, text.Replace("The standard work of the benchmark", "The standard work, amended", StringComparison.Ordinal));
    }

    private static async Task<string> Submit(Visitor officer, string key)
    {
        var matter = $"/proposals/{(await officer.Post("/proposals", StandardWork.Paper(), key: key)).ShouldBe(201).Member("id")}";
        (await officer.Get($"{matter}/history")).ShouldBe(200);
        return matter;
    }

    private static async Task Withdraw(Visitor officer, string matter) =>
        (await officer.Post($"{matter}/withdrawal", new { reason = new { mark = "U", text = "It is over." } }, key: $"withdraw-{matter[^36..]}")).ShouldBe(200);
}
