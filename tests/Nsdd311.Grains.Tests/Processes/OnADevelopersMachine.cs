using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>What <c>docs/OPERATING.md</c> has a developer do: a cluster by <c>ops/cluster.sh</c>, and the lines that take a matter through it while a silo is lost.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class OnADevelopersMachine
{
    [FactOnLinux]
    public async Task A_matter_is_cleared_while_a_silo_is_lost_and_nothing_runs_when_the_cluster_is_down()
    {
        await using var cluster = new ScriptedCluster();
        (await cluster.Do("up", "2")).Should().Contain("2 silo(s) and a gateway");

        var said = await cluster.Run(ScriptedCluster.LinesOfTheManual());

        said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().Equal("in-vetting", "in-vetting", "in-vetting", "in-vetting", "in-vetting", "cleared");
        (await cluster.Do("status")).Should().Contain("silo1: gone").And.Contain("silo2: {\"status\":\"joined\"}").And.Contain("gateway: {");
        await cluster.Do("start", "1");
        (await cluster.Do("status")).Should().Contain("silo1: {\"status\":\"joined\"}");
        await cluster.Do("down");
        cluster.Left().Should().BeEmpty();
        (await cluster.Do("status")).Should().NotContain("joined");
    }
}
