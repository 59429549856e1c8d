using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Alarm;

/// <summary>The durable reminder of one entity: it comes no later than the next deadline, and if it comes early it is set anew.</summary>
/// <remarks>
/// It is registered after the commit and nobody's answer waits for it. A deadline that moves away touches nothing: the tick finds out. One that
/// is gone takes its row along. After loading it is believed to be armed in time; where it is not, because it was lost or because the local
/// runtime wrote the row, the sweep wakes the entity; where a row was left by a silo that died, its tick removes it.
/// </remarks>
internal sealed partial class WakeReminder(HeldEntity held, SiloEngine silo)
{
    public const string Name = "wake";

    /// <summary>A tick that was missed in an outage comes again after it. It is the shortest that Orleans allows.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Orleans counts a reminder's due time in 32 bits of milliseconds; a later deadline is reached in several steps.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private const int Tries = 5;

    private readonly Lock gate = new();
    private DateTimeOffset? armedFor;
    private long asked;
    private bool isSetting, hasLeft;

    /// <summary>The entity was loaded.</summary>
    public void AssumeArmed(DateTimeOffset? wake)
    {
        lock (gate) armedFor = wake;
    }

    /// <summary>A durable version must be woken at this instant; null for never.</summary>
    public void Notice(DateTimeOffset? wake)
    {
        if (wake <= silo.Clock.GetUtcNow())
        {
            held.Background.Run(held.Ring);
            return;
        }

        if (!silo.Settings.Reminders) return;

        lock (gate)
            if (armedFor != wake && !(armedFor < wake)) Ask(wake);
    }

    /// <summary>The reminder came, and what was due has been done.</summary>
    /// <param name="wake">When the entity must be woken next; null for never.</param>
    /// <param name="owes">Whether it still owes: then the reminder goes on coming, and each time somebody sees to the payment.</param>
    public void Ticked(DateTimeOffset? wake, bool owes)
    {
        if (owes) return;

        lock (gate) Ask(silo.Settings.Reminders ? wake : null);
    }

    /// <summary>The activation is gone: what could not be set yet is no longer tried, for the entity's next activation may have set it otherwise.</summary>
    public void Leave()
    {
        lock (gate) (hasLeft, asked) = (true, asked + 1);
    }

    private void Ask(DateTimeOffset? wake)
    {
        (armedFor, asked) = (wake, asked + 1);
        if (!isSetting) isSetting = held.Background.Run(Set);
    }

    /// <summary>One change of the row after the other, until it is as it was asked for last.</summary>
    private async Task Set()
    {
        while (true)
        {
            DateTimeOffset? wake;
            long number;
            lock (gate) (wake, number) = (armedFor, asked);

            var isSet = await Set(wake, number);
            lock (gate)
            {
                if (hasLeft) return;
                if (number != asked) continue;

                // Where it could not be set the next event tries again; until then there is the sweep.
                if (!isSet) armedFor = null;
                isSetting = false;
                return;
            }
        }
    }

    private async Task<bool> Set(DateTimeOffset? wake, long number)
    {
        for (var tries = 1; number == Interlocked.Read(ref asked); tries++)
        {
            try
            {
                await (wake is { } at ? Register(at) : Remove());
                return true;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogNotSet(silo.Log, e, held.Grain, wake);
                if (tries == Tries) return false;
            }

            await Task.Delay(AfterFailure * tries, silo.Settings.Waiting);
        }

        return false;
    }

    private Task Register(DateTimeOffset wake)
    {
        var pause = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, (wake - silo.Clock.GetUtcNow()).TotalSeconds))) + Jitter();
        return silo.Reminders.RegisterOrUpdateReminder(held.Grain, Name, pause < Longest ? pause : Longest, Period);
    }

    private async Task Remove()
    {
        if (await silo.Reminders.GetReminder(held.Grain, Name) is { } reminder) await silo.Reminders.UnregisterReminder(held.Grain, reminder);
    }

    private TimeSpan Jitter() => TimeSpan.FromMilliseconds(held.Grain.GetUniformHashCode() % ((long)silo.Settings.Jitter.TotalMilliseconds + 1));
}
