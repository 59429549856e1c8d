using System.Data.Common;
using Nsdd311.Grains;
using Nsdd311.Grains.Engine;
using Nsdd311.Hosts;
using Nsdd311.Postgres;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Journal;
using Orleans.Configuration;

namespace Nsdd311.Silo;

/// <summary>Puts a silo together.</summary>
internal static class SiloHost
{
    /// <summary>Where a host writes why it did not start, with its stack. Whoever started it is told by the program.</summary>
    public const string FaultsOfStart = "Microsoft.Extensions.Hosting.Internal.Host";

    private const string Npgsql = "Npgsql";

    /// <summary>What a stop may take: answers that wait are given, grains leave with their snapshots, the silo leaves the cluster.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);

    /// <summary>Joins, and serves until it is told to stop.</summary>
    /// <exception cref="StartRefusedException">It cannot start over this journal, or its database went away meanwhile.</exception>
    public static async Task Run(SiloOptions options, ClusterDatabase database, Readiness readiness, CancellationToken stop)
    {
        try
        {
            // Orleans would find the same, and write it down with every stack on the way.
            await Domain.Model.DemandKnown(database.Journal, stop);
            await Build(options, database, readiness).RunAsync(stop);
        }
        catch (Exception e) when (stop.IsCancellationRequested && readiness.IsJoining)
        {
            // Between two of its stages Orleans says it with an exception of its own.
            throw new OperationCanceledException("Told to stop while it joined.", e, stop);
        }
        catch (Exception e) when (e is JournalTooNewException or JournalDamagedException or RuntimeUnavailableException or DbException)
        {
            throw new StartRefusedException($"The silo cannot start: {e.Message}", e);
        }
    }

    private static IHost Build(SiloOptions options, ClusterDatabase database, Readiness readiness)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = typeof(SiloHost).Assembly.GetName().Name });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information).AddFilter("Orleans", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning).AddFilter(FaultsOfStart, LogLevel.None);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        builder.Services.AddSingleton<IJournal>(database.Journal).AddSingleton<ICharters>(database.Charters).AddSingleton(Domain.Model).AddSingleton<IHostLifetime, DeafLifetime>();
        Telemetry.Add(builder, "nsdd311-silo", requests: false);
        builder.UseOrleans(silo => Configure(silo, options));

        var host = builder.Build();
        database.Journal.OwnershipLost = host.Services.GetRequiredService<LoadedGrains>().LetGoOfEverything;
        readiness.Follow(host.Services.GetRequiredService<IHostApplicationLifetime>());
        return host;
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
        if (Telemetry.IsWanted) silo.AddActivityPropagation();
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
