using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Grains.Alarm;
using Nsdd311.Grains.Engine;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Tests.Contract;
using Orleans.Storage;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>A whole cluster in the place of a process: silos, and a client that the test speaks through.</summary>
public abstract class ClusterProcess(IServiceProvider client) : RuntimeProcess(client.GetRequiredService<IVettingRuntime>())
{
    /// <summary>The services of the silos that run.</summary>
    public abstract IEnumerable<IServiceProvider> Silos { get; }

    public IServiceProvider Client => client;

    public IGrainFactory Grains => client.GetRequiredService<IGrainFactory>();

    public IEnumerable<SiloEngine> Engines => Silos.Select(silo => silo.GetRequiredService<SiloEngine>());

    /// <summary>Where the cluster keeps snapshots.</summary>
    public IGrainStorage Snapshots => Silos.First().GetRequiredKeyedService<IGrainStorage>(ClusterSettings.Snapshots);

    public IReminderTable Reminders => Silos.First().GetRequiredService<IReminderTable>();

    /// <summary>When the entity's durable reminder comes; null if it has none.</summary>
    public async Task<DateTimeOffset?> ReminderOf(EntityId entity)
    {
        var rows = await Reminders.ReadRows(entity.GrainId());
        return rows.Reminders.SingleOrDefault(row => row.ReminderName == WakeReminder.Name)?.StartAt is { } at ? new DateTimeOffset(at.Ticks, TimeSpan.Zero) : null;
    }

    public override async Task CatchUp(CancellationToken cancellationToken)
    {
        await Grains.GetGrain<ISweepGrain>(0).Sweep(TimeSpan.Zero);
        await WhenQuiet(cancellationToken);
    }

    /// <summary>Completes when no silo works in the background: a payment on one may begin work on another, so it looks until nobody does.</summary>
    public async Task WhenQuiet(CancellationToken cancellationToken)
    {
        while (Engines.Select(engine => engine.WhenQuiet()).ToList() is var all && all.Any(task => !task.IsCompleted))
            await Task.WhenAll(all).WaitAsync(cancellationToken);
    }
}
