using Nsdd311.Grains;
using Nsdd311.Hosts;
using Nsdd311.Postgres;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Web;
using Nsdd311.Web.Edge;
using Nsdd311.Web.SignIn;
using Orleans.Configuration;

namespace Nsdd311.Gateway;

/// <summary>Puts a gateway together.</summary>
internal static partial class GatewayHost
{
    /// <summary>Where a host writes why it did not start, with its stack. Whoever started it is told by the program.</summary>
    private const string FaultsOfStart = "Microsoft.Extensions.Hosting.Internal.Host";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    public static WebApplication Build(GatewayOptions options, ClusterDatabase database)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(GatewayHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information).AddFilter("Orleans", LogLevel.Error).AddFilter("Polly", LogLevel.Warning).AddFilter(FaultsOfStart, LogLevel.None);
        // The web opens while the client still waits for the cluster. It closes first all the same, so that requests under way are finished.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true).AddSingleton<IHostLifetime, DeafLifetime>();
        Opening.Watch(builder.Services);
        builder.Services.AddSingleton<IReadModel>(database.Journal).AddSingleton<IContentStore>(database.Journal).AddSingleton<ICharters>(database.Charters).AddSingleton(Domain.Model).AddSingleton(TimeProvider.System);
        builder.Services.AddVettingWeb(WayOf(options), isExercise: false, LimitsOf(builder.Configuration), options.Proxies);
        Telemetry.Add(builder, "nsdd311-gateway", requests: true);

        var connection = ClusterConnection.Of(options.Journal);
        builder.Host.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.Cluster, options.Cluster))
                // The usual minute would leave a gateway without any silo for that long after all of them were replaced.
                .Configure<Orleans.Configuration.GatewayOptions>(silos => silos.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5))
                .UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", connection))
                .UseConnectionRetryFilter(WaitForTheCluster)
                .AddVettingClient();
            if (Telemetry.IsWanted) client.AddActivityPropagation();
        });
        return builder.Build().UseVettingWeb();
    }

    /// <summary>Opens, waits for the cluster, seats the first persons if there are none, and serves until it is told to stop.</summary>
    /// <exception cref="StartRefusedException">The roster's file has faults, or nobody can listen there.</exception>
    public static async Task Run(WebApplication app, GatewayOptions options, ClusterDatabase database, CancellationToken stop)
    {
        var first = options.Roster is { } file ? RosterFile.Read(file, database.Charters.InForce)
            : options.SignIn is SignInOptions.Local ? Founding.OfCharter(database.Charters.InForce) : (ValueList<Roster.Appointment>?)null;
        var web = app.Services.GetRequiredService<Opening>();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, web.Refused);
        try
        {
            await app.StartAsync(either.Token);
        }
        catch (Exception) when (web.Fault is { } fault)
        {
            throw new StartRefusedException($"The gateway cannot listen at {options.Urls}: {fault.Message}", fault);
        }
        catch (Exception e) when (stop.IsCancellationRequested)
        {
            // Whatever of the cluster was just being waited for.
            throw new OperationCanceledException("Told to stop while it waited for the cluster.", e, stop);
        }

        if (first is { } persons && await Found(app.Services.GetRequiredService<IVettingRuntime>(), persons, Console.WriteLine, stop) is false && options.Roster is not null)
            LogFoundedBefore(app.Logger, options.Roster);
        await app.WaitForShutdownAsync(stop);
    }

    /// <summary>Founds the roster as soon as somebody takes it; says that it waits.</summary>
    /// <returns>Whether the roster was founded now; null if it was told to stop before anybody knew.</returns>
    internal static async Task<bool?> Found(IVettingRuntime runtime, ValueList<Roster.Appointment> first, Action<string> say, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                return await Founding.Once(runtime, first, stop);
            }
            catch (RuntimeUnavailableException e)
            {
                say($"Waiting to seat the first persons: {e.Message}");
                await Task.Delay(BetweenTries, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
        }

        return null;
    }

    private static SignInWay WayOf(GatewayOptions options)
    {
        try
        {
            var secret = LocalKey.OfFile(options.Secret);
            return options.SignIn is SignInOptions.Authority authority
                ? SignInWay.OfAuthority(authority.Address, authority.Audience, authority.Hosts, secret, authority.Insecure)
                : SignInWay.OfKey(secret);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new StartRefusedException($"The secret cannot be used: {e.Message}", e);
        }
    }

    private static RateLimits LimitsOf(IConfiguration configuration) => new(
        configuration.GetValue("RateLimit:PerSecond", new RateLimits().PerSecond), configuration.GetValue("RateLimit:Burst", new RateLimits().Burst));

    private static async Task<bool> WaitForTheCluster(Exception cause, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Waiting for the cluster: {cause.Message}");
        await Task.Delay(BetweenTries, cancellationToken);
        return true;
    }
}
