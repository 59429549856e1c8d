using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nsdd311.Postgres;
using Orleans.Configuration;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>Where the entities of a running cluster are, as its silos say.</summary>
internal sealed class Whereabouts : IAsyncDisposable
{
    private readonly IHost client;

    private Whereabouts(IHost client) => this.client = client;

    /// <summary>Joins the cluster over this database as a client.</summary>
    public static async Task<Whereabouts> Of(string database)
    {
        var name = Silo.SiloOptions.Parse(["--journal", database]).Cluster;
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (name, name))
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", ClusterConnection.Of(database))));
        var here = new Whereabouts(builder.Build());
        await here.client.StartAsync();
        return here;
    }

    /// <summary>The entities of this kind that are in memory, by the port of the silo that holds them.</summary>
    public async Task<ILookup<int, EntityId>> BySilo(string kind)
    {
        var all = await client.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        return all.Where(one => one.GrainId.Type.ToString() == kind).ToLookup(one => one.SiloAddress.Endpoint.Port, one => one.GrainId.EntityId());
    }

    public async ValueTask DisposeAsync()
    {
        await client.StopAsync();
        await ((IAsyncDisposable)client).DisposeAsync();
    }
}
