namespace Nsdd311.Simulation.Machine;

/// <summary>A clock that stands still until it is moved. A timer rings when the clock is moved to its instant or beyond, in the order of the instants.</summary>
internal sealed class SimulatedTime(DateTimeOffset start) : TimeProvider
{
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = start;

    /// <summary>The instant of the next timer; null if none is set.</summary>
    public DateTimeOffset? Next => alarms.Count == 0 ? null : alarms.Min(alarm => alarm.At);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    /// <summary>Moves the clock in one jump; whatever was set for an instant on the way rings late.</summary>
    public void JumpTo(DateTimeOffset to)
    {
        if (to > now) now = to;
        while (alarms.Where(alarm => alarm.At <= now).MinBy(alarm => alarm.At) is { } due) due.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(SimulatedTime time, Action callback) : ITimer
    {
        private TimeSpan every;

        public DateTimeOffset At { get; private set; }

        public void Ring()
        {
            if (every > TimeSpan.Zero) At = time.now + every;
            else time.alarms.Remove(this);
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.alarms.Remove(this);
            every = period;
            if (dueTime < TimeSpan.Zero) return true;

            At = time.now + dueTime;
            time.alarms.Add(this);
            return true;
        }

        public void Dispose() => time.alarms.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
