using Nsdd311.Grains.Engine;
using Nsdd311.Runtime.Journal;
using Orleans.Concurrency;

namespace Nsdd311.Grains.Alarm;

/// <summary>Looks, once a minute for the whole cluster, for whoever is overdue in the journal.</summary>
[Alias("nsdd311.sweep")]
public interface ISweepGrain : IGrainWithIntegerKey
{
    /// <summary>Sees to it that the grain is woken every minute from now on, and begins to wake whoever is overdue.</summary>
    [Alias("start")]
    Task Start();

    /// <summary>Wakes everybody who has been due for longer than the grace.</summary>
    [Alias("sweep")]
    Task Sweep(TimeSpan grace);
}

/// <summary>Wakes whom a reminder did not: it was lost, or never made because the local runtime wrote the row.</summary>
/// <remarks>Reentrant, so that looking never waits for the reminder table; two looks at once wake nobody twice.</remarks>
[Reentrant, GrainType("sweep")]
public sealed partial class SweepGrain(SiloEngine silo) : Grain, ISweepGrain, IRemindable
{
    private const string Name = "sweep";
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private Task firstLook = Task.CompletedTask;
    private bool hasLeft;

    /// <inheritdoc />
    /// <remarks>
    /// After an outage of all silos a reminder that was missed comes up to a minute later; so the first look has no grace. After a long one it may take longer than
    /// a call: nobody waits for it, and silos that start meanwhile do not begin another.
    /// </remarks>
    public async Task Start()
    {
        if (!silo.Settings.Sweep) return;

        if (firstLook.IsCompleted) firstLook = LookUntilDone();
        if (await this.GetReminder(Name) is null) await this.RegisterOrUpdateReminder(Name, Period, Period);
    }

    /// <inheritdoc />
    public async Task Sweep(TimeSpan grace)
    {
        var until = Instants.Truncate(silo.Clock.GetUtcNow() - grace);
        var atOnce = silo.Settings.Runtime.WakesAtOnce;
        DueEntity? last = null;
        while (true)
        {
            var due = await silo.Journal.Due(until, last, atOnce, CancellationToken.None);
            await Task.WhenAll(due.Select(one => Ring(one.Entity)));
            if (due.Count < atOnce) return;

            last = due[^1];
        }
    }

    /// <inheritdoc />
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        if (silo.Settings.Sweep) await Sweep(silo.Settings.SweepGrace);
        else if (await this.GetReminder(Name) is { } reminder) await this.UnregisterReminder(reminder);
    }

    /// <inheritdoc />
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        hasLeft = true;
        return Task.CompletedTask;
    }

    private async Task LookUntilDone()
    {
        while (!hasLeft)
        {
            try
            {
                await Sweep(TimeSpan.Zero);
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogLookFailed(silo.Log, e);
            }

            await Task.Delay(AfterFailure, silo.Settings.Waiting);
        }
    }

    /// <summary>Whoever cannot be woken now is still due in a minute.</summary>
    private async Task Ring(EntityId entity)
    {
        try
        {
            await GrainFactory.Of(entity).Ring();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogRingFailed(silo.Log, e, entity);
        }
    }
}
