using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Nsdd311.Postgres;
using Nsdd311.Testing;
using Orleans.Configuration;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>Silos on real sockets, with everything that they keep in one PostgreSQL beside the journal: membership, reminders, snapshots.</summary>
public sealed class PostgresCluster : ClusterProcess
{
    private const string Invariant = "Npgsql";
    private static int clusters;

    private readonly List<IHost> silos;
    private readonly IHost client;
    private readonly string connection;

    private PostgresCluster(List<IHost> silos, IHost client, string connection) : base(client.Services) =>
        (this.silos, this.client, this.connection) = (silos, client, connection);

    public override IEnumerable<IServiceProvider> Silos => silos.Select(silo => silo.Services);

    /// <summary>Starts a cluster of its own; clusters on one database share the journal, reminders and snapshots, not the membership.</summary>
    public static async Task<PostgresCluster> Start(Parts parts, string database, int count = 2)
    {
        var connection = $"{database};No Reset On Close=true;Max Auto Prepare=20";
        await OrleansTables.Apply(connection, default);
        var cluster = $"cluster {Interlocked.Increment(ref clusters)}";
        List<IHost> started = [];
        try
        {
            for (var i = 0; i < count; i++)
            {
                // Each has its own: ended under a silo that has started, its host would wait for it for ever.
                var beginnings = new Beginnings();
                started.Add(await Run(Host(builder => builder.UseOrleans(silo => Put(silo, parts, connection, cluster, beginnings))), beginnings));
            }

            var client = await Run(Host(builder => builder.UseOrleansClient(client =>
            {
                client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, "nsdd311"));
                client.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
                parts.Put(client);
            })));
            return new(started, client, connection);
        }
        catch
        {
            foreach (var host in started) await End(host);
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var host in silos.Prepend(client)) await End(host);

        // Each test has its own database, and with it a pool that nobody needs any more.
        await using var pooled = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(pooled);
    }

    private static void Put(ISiloBuilder silo, Parts parts, string connection, string cluster, Beginnings beginnings)
    {
        var (port, gateway) = (FreePort.Next(), FreePort.Next());
        silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, "nsdd311"));
        silo.Configure<EndpointOptions>(options => (options.AdvertisedIPAddress, options.SiloPort, options.GatewayPort) = (IPAddress.Loopback, port, gateway));
        silo.UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
        silo.UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
        silo.AddAdoNetGrainStorage(ClusterSettings.Snapshots, options => (options.Invariant, options.ConnectionString) = (Invariant, connection));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(beginnings);
        parts.Put(silo);
    }

    private static IHost Host(Action<HostApplicationBuilder> put)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        put(builder);
        return builder.Build();
    }

    private static async Task<IHost> Run(IHost host, Beginnings? beginnings = null)
    {
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            await ((IAsyncDisposable)host).DisposeAsync();
            if (beginnings is not null) await beginnings.End();
            throw;
        }
    }

    private static async Task End(IHost host)
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
