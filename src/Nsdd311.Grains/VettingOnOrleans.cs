using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Nsdd311.Grains.Alarm;
using Nsdd311.Grains.Engine;
using Nsdd311.Grains.Wire;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.Timers;

namespace Nsdd311.Grains;

/// <summary>Puts the vetting into a silo or a client of Orleans.</summary>
public static class VettingOnOrleans
{
    /// <summary>More waiting at one entity than the journal's queue takes: whoever is turned away here would be turned away there.</summary>
    private const int MostAtOneEntity = 5000;

    /// <summary>Short against any deadline, and long enough for many reminders under load.</summary>
    private static readonly TimeSpan ReminderPause = TimeSpan.FromMilliseconds(200);

    /// <summary>The entities as grains of a silo.</summary>
    /// <remarks>
    /// The services must have <see cref="IJournal"/>, <see cref="VettingModel"/> and <see cref="ICharters"/>. The host adds membership, the
    /// reminder service and a grain storage named <see cref="ClusterSettings.Snapshots"/>. Seats come from the roster unless
    /// <see cref="ISeats"/> is registered before.
    /// </remarks>
    /// <param name="silo">The silo.</param>
    /// <param name="settings">Bounds; null for the usual ones.</param>
    public static ISiloBuilder AddVetting(this ISiloBuilder silo, ClusterSettings? settings = null)
    {
        settings ??= new();
        silo.Configure<SiloMessagingOptions>(options =>
        {
            options.ResponseTimeout = settings.CallPatience;
            options.MaxEnqueuedRequestsHardLimit = MostAtOneEntity;
        });
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = settings.Runtime.IdleAfter;
            options.EnableActivationSheddingOnMemoryPressure = true;
        });

        if (!silo.Services.Any(service => service.ServiceType == typeof(ISeats)))
        {
            var seats = Domain.FollowSeats();
            silo.Services.AddSingleton<ISeats>(seats).AddSingleton(new RosterListener(seats.Follow));
        }

        AddRuntime(silo.Services, settings);
        silo.Services.TryAddSingleton(new RosterListener(null));
        silo.Services.AddSingleton(NewEngine).AddSingleton(services => services.GetRequiredService<SiloEngine>().Loaded);
        Add<SiloEngine>(silo.Services);
        silo.Services.AddSingleton(services => services.GetRequiredService<SiloEngine>().Follower).AddSingleton<SweepStart>();
        Add<RosterFollower>(silo.Services);
        Add<SweepStart>(silo.Services);
        return silo;
    }

    /// <summary>The runtime for a client, such as the gateway. The services must have <see cref="VettingModel"/>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="settings">Bounds; null for the usual ones.</param>
    public static IClientBuilder AddVettingClient(this IClientBuilder client, ClusterSettings? settings = null)
    {
        settings ??= new();
        client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = settings.CallPatience);
        AddRuntime(client.Services, settings);
        client.Services.AddSingleton<FirstContact>().AddSingleton<ILifecycleParticipant<IClusterClientLifecycle>>(services => services.GetRequiredService<FirstContact>());
        client.Services.AddSingleton(new LastTold(settings.Waiting, settings.ToldAge, settings.MostTold));
        client.Services.AddSingleton(services => new RosterAtHand(
            new(services.GetRequiredService<OrleansRuntime>), services.GetRequiredService<FirstContact>(), settings, services.GetRequiredService<ILogger<RosterAtHand>>()));
        client.Services.AddHostedService(services => services.GetRequiredService<RosterAtHand>());
        return client;
    }

    /// <summary>Has the reminders of the silo's table written many at a time. Call it after the reminder service was added.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="upsert">Writes rows of the table, none of them twice, all or none, and answers with the tags that they have now.</param>
    public static ISiloBuilder GatherReminders(this ISiloBuilder silo, Func<IServiceProvider, Func<IReadOnlyList<ReminderEntry>, Task<IReadOnlyList<string>>>> upsert)
    {
        var table = silo.Services.Last(service => service.ServiceType == typeof(IReminderTable));
        silo.Services.Remove(table);
        silo.Services.AddSingleton<IReminderTable>(services => new GatheredReminders(
            (IReminderTable)(table.ImplementationInstance ?? table.ImplementationFactory?.Invoke(services) ?? ActivatorUtilities.CreateInstance(services, table.ImplementationType!)),
            upsert(services), ReminderPause, services.GetRequiredService<ClusterSettings>().Waiting));
        return silo;
    }

    private static void AddRuntime(IServiceCollection services, ClusterSettings settings)
    {
        services.AddSingleton(settings).AddSingleton(provider => new WireFormat(provider.GetRequiredService<VettingModel>()));
        services.AddSingleton(provider => new OrleansRuntime(
            provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<VettingModel>(), provider.GetRequiredService<WireFormat>(), settings,
            provider.GetService<LastTold>(), provider.GetService<RosterAtHand>(), provider.GetService<ICharters>(), provider.GetService<FirstContact>()));
        services.AddSingleton<IVettingRuntime>(provider => provider.GetRequiredService<OrleansRuntime>());
    }

    private static void Add<T>(IServiceCollection services)
        where T : class, ILifecycleParticipant<ISiloLifecycle> =>
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<T>());

    private static SiloEngine NewEngine(IServiceProvider services) => new(
        services.GetRequiredService<IJournal>(), services.GetRequiredService<VettingModel>(), services.GetRequiredService<ICharters>(),
        services.GetRequiredService<ISeats>(), services.GetRequiredService<RosterListener>(), services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<IVettingRuntime>(),
        services.GetRequiredKeyedService<IGrainStorage>(ClusterSettings.Snapshots), services.GetRequiredService<IReminderRegistry>(),
        services.GetRequiredService<WireFormat>(), services.GetRequiredService<ClusterSettings>(),
        services.GetRequiredKeyedService<TimeProvider>(TimeProviderNames.Grains), services.GetRequiredService<ILogger<SiloEngine>>());
}
