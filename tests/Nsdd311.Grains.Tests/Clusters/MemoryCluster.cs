using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>Orleans' TestingHost: membership, messages and reminders in memory; they end with the cluster.</summary>
public sealed class MemoryCluster : ClusterProcess
{
    private readonly InProcessTestCluster cluster;

    private MemoryCluster(InProcessTestCluster cluster) : base(cluster.Client.ServiceProvider) => this.cluster = cluster;

    public override IEnumerable<IServiceProvider> Silos => cluster.Silos.Select(silo => silo.SiloHost.Services);

    public static async Task<MemoryCluster> Start(Parts parts, IGrainStorage snapshots, short silos = 1, IReminderTable? reminders = null)
    {
        var beginnings = new Beginnings();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            parts.Put(silo);
            silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(beginnings);
            silo.Services.AddKeyedSingleton(ClusterSettings.Snapshots, snapshots);
            if (reminders is null) silo.UseInMemoryReminderService();
            else silo.AddReminders().Services.AddSingleton(reminders);
        });
        builder.ConfigureClient(parts.Put);
        var cluster = builder.Build();
        try
        {
            await cluster.DeployAsync();
            return new(cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            await beginnings.End();
            throw;
        }
    }

    /// <summary>One silo leaves as it should. One that is cut off in a process that lives on never rests; real processes are killed in Processes.</summary>
    public Task LoseOne() => cluster.StopSiloAsync(cluster.Silos[^1]);

    /// <summary>One silo comes.</summary>
    public Task GainOne() => cluster.StartAdditionalSiloAsync();

    public override ValueTask DisposeAsync() => cluster.DisposeAsync();
}
