using Nsdd311.Grains;
using Nsdd311.Grains.Engine;
using Nsdd311.Hosts;
using Nsdd311.Postgres;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Orleans.Configuration;

namespace Nsdd311.Silo;

/// <summary>Puts a silo together.</summary>
internal static class SiloHost
{
    private const string Npgsql = "Npgsql";

    /// <summary>What a stop may take: answers that wait are given, grains leave with their snapshots, the silo leaves the cluster.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);

    public static WebApplication Build(SiloOptions options, ClusterDatabase database)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(SiloHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Http);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information).AddFilter("Orleans", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        builder.Services.AddSingleton<IJournal>(database.Journal).AddSingleton<ICharters>(database.Charters).AddSingleton(Domain.Model).AddSingleton<Readiness>();
        Telemetry.Add(builder, "nsdd311-silo");
        builder.Host.UseOrleans(silo => Configure(silo, options));

        var app = builder.Build();
        database.Journal.OwnershipLost = app.Services.GetRequiredService<LoadedGrains>().LetGoOfEverything;
        app.Services.GetRequiredService<Readiness>();
        app.MapGet("/health/live", () => Results.Json(new { status = "live" }));
        app.MapGet("/health/ready", (Readiness readiness) => Results.Json(new { status = readiness.Word }, statusCode: readiness.IsJoined ? 200 : 503));
        return app;
    }

    private static void Configure(ISiloBuilder silo, SiloOptions options)
    {
        var connection = ClusterConnection.Of(options.Journal);
        silo.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.Cluster, options.Cluster))
            .ConfigureEndpoints(options.Address, options.SiloPort, options.GatewayPort, listenOnAnyHostAddress: true)
            .UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = (Npgsql, connection))
            .UseReminders(Npgsql, connection, options.Cluster)
            .AddAdoNetGrainStorage(ClusterSettings.Snapshots, storage => (storage.Invariant, storage.ConnectionString) = (Npgsql, connection))
            .Configure<ClusterMembershipOptions>(Membership)
            .AddVetting();
    }

    /// <summary>A silo that was killed is found out by two missed probes of two seconds each and two votes: within about ten seconds.</summary>
    private static void Membership(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 2;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(10);

        // A silo that starts waits for every silo that the table calls active. Where all were killed nobody votes: they are out when they have not signed three times.
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        options.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
        options.DefunctSiloExpiration = TimeSpan.FromHours(1);
    }
}
