using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Nsdd311.Postgres;
using Orleans.Configuration;
using Orleans.Storage;

namespace Nsdd311.Grains.Tests.Postgres;

/// <summary>Orleans' own ADO.NET providers, on our tables, without a silo around them.</summary>
public sealed class Providers : IAsyncDisposable
{
    public const string State = "state";
    private readonly IHost host;

    private Providers(IHost host) => this.host = host;

    public IMembershipTable Membership => host.Services.GetRequiredService<IMembershipTable>();

    public IReminderTable Reminders => host.Services.GetRequiredService<IReminderTable>();

    public IGrainStorage Storage => host.Services.GetRequiredKeyedService<IGrainStorage>(State);

    public static async Task<Providers> On(string connectionString)
    {
        await OrleansTables.Apply(connectionString, default);
        var builder = Host.CreateApplicationBuilder();
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("tried", "tried"))
            .UseAdoNetClustering(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
            .UseAdoNetReminderService(options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))
            .AddAdoNetGrainStorage(State, options => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString)));
        var providers = new Providers(builder.Build());
        await providers.Membership.InitializeMembershipTableAsync(true);
        await providers.Reminders.StartAsync();
        var stages = new Stages();
        ((ILifecycleParticipant<ISiloLifecycle>)providers.Storage).Participate(stages);
        await stages.Start();
        return providers;
    }

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The part of a silo's life that a storage needs: its start.</summary>
    private sealed class Stages : ISiloLifecycle, IDisposable
    {
        private readonly List<ILifecycleObserver> observers = [];

        public int HighestCompletedStage => 0;

        public int LowestStoppedStage => 0;

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            observers.Add(observer);
            return this;
        }

        public async Task Start()
        {
            foreach (var observer in observers) await observer.OnStart(default);
        }

        public void Dispose() { }
    }
}
