using Nsdd311.Grains.Engine;
using Nsdd311.Runtime.Engine;

namespace Nsdd311.Grains.Alarm;

/// <summary>The durable reminder of one entity: it comes no later than the next deadline, and if it comes early it is set anew.</summary>
/// <remarks>
/// It is registered after the commit and nobody's answer waits for it. A deadline that moves away or vanishes touches nothing: the tick finds
/// out. After loading it is believed to be armed in time; where it is not, because it was lost or because the local runtime wrote the row, the
/// sweep wakes the entity.
/// </remarks>
internal sealed partial class WakeReminder(GrainId grain, SiloEngine silo, Background background, Func<Task> ring)
{
    public const string Name = "wake";

    /// <summary>A tick that was missed in an outage comes again after it. It is the shortest that Orleans allows.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Orleans counts a reminder's due time in 32 bits of milliseconds; a later deadline is reached in several steps.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private const int Tries = 5;

    private readonly Lock gate = new();
    private DateTimeOffset armedFor = DateTimeOffset.MaxValue;

    /// <summary>The entity was loaded.</summary>
    public void AssumeArmed(DateTimeOffset? wake)
    {
        lock (gate) armedFor = wake ?? DateTimeOffset.MaxValue;
    }

    /// <summary>A durable version must be woken at this instant.</summary>
    public void Notice(DateTimeOffset wake)
    {
        if (wake <= silo.Clock.GetUtcNow())
        {
            background.Run(ring);
            return;
        }

        lock (gate)
        {
            if (armedFor <= wake) return;

            armedFor = wake;
        }

        if (silo.Settings.Reminders) background.Run(() => Arm(wake));
    }

    /// <summary>The reminder came, and what was due has been done.</summary>
    /// <param name="wake">When the entity must be woken next; null for never.</param>
    /// <param name="owes">Whether it still owes: then the reminder goes on coming, and each time somebody sees to the payment.</param>
    public async Task Ticked(DateTimeOffset? wake, bool owes)
    {
        if (owes) return;

        lock (gate) armedFor = wake ?? DateTimeOffset.MaxValue;
        if (wake is { } next && silo.Settings.Reminders) await Register(next);
        else if (await silo.Reminders.GetReminder(grain, Name) is { } reminder) await silo.Reminders.UnregisterReminder(grain, reminder);
    }

    private async Task Arm(DateTimeOffset wake)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await Register(wake);
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogNotArmed(silo.Log, e, grain, wake);
                if (tries == Tries) break;
            }

            await Task.Delay(AfterFailure * tries, silo.Settings.Waiting);
        }

        // The next event tries again; until then there is the sweep.
        lock (gate)
            if (armedFor == wake) armedFor = DateTimeOffset.MaxValue;
    }

    private Task Register(DateTimeOffset wake)
    {
        var pause = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, (wake - silo.Clock.GetUtcNow()).TotalSeconds))) + Jitter();
        return silo.Reminders.RegisterOrUpdateReminder(grain, Name, pause < Longest ? pause : Longest, Period);
    }

    private TimeSpan Jitter() => TimeSpan.FromMilliseconds(grain.GetUniformHashCode() % ((long)silo.Settings.Jitter.TotalMilliseconds + 1));
}
