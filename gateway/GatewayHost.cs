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
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    public static WebApplication Build(GatewayOptions options, ClusterDatabase database)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(GatewayHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information).AddFilter("Orleans", LogLevel.Error).AddFilter("Polly", LogLevel.Warning);
        builder.Services.AddSingleton<IReadModel>(database.Journal).AddSingleton<IContentStore>(database.Journal).AddSingleton<ICharters>(database.Charters).AddSingleton(Domain.Model).AddSingleton(TimeProvider.System);
        builder.Services.AddVettingWeb(WayOf(options), isExercise: false, LimitsOf(builder.Configuration), options.Proxies);
        Telemetry.Add(builder, "nsdd311-gateway");

        var connection = ClusterConnection.Of(options.Journal);
        builder.Host.UseOrleansClient(client => client
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (options.Cluster, options.Cluster))
            // The usual minute would leave a gateway without any silo for that long after all of them were replaced.
            .Configure<Orleans.Configuration.GatewayOptions>(silos => silos.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5))
            .UseAdoNetClustering(clustering => (clustering.Invariant, clustering.ConnectionString) = ("Npgsql", connection))
            .UseConnectionRetryFilter(WaitForTheCluster)
            .AddVettingClient());
        return builder.Build().UseVettingWeb();
    }

    /// <summary>Joins the cluster, seats the first persons if there are none, and serves.</summary>
    public static async Task Run(WebApplication app, GatewayOptions options, ClusterDatabase database)
    {
        var first = options.Roster is { } file ? RosterFile.Read(file, database.Charters.InForce)
            : options.SignIn is SignInOptions.Local ? Founding.OfCharter(database.Charters.InForce) : (ValueList<Roster.Appointment>?)null;
        await app.StartAsync();
        if (first is { } persons && !await Founding.Once(app.Services.GetRequiredService<IVettingRuntime>(), persons, CancellationToken.None) && options.Roster is not null)
            LogFoundedBefore(app.Logger, options.Roster);
        await app.WaitForShutdownAsync();
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
