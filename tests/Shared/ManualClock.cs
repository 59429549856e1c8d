namespace Nsdd311.Testing;

/// <summary>A clock that a test moves by hand. Its timers ring on the moving thread, in order, each at its own instant.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public override long GetTimestamp()
    {
        lock (gate) return now.UtcTicks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    public void MoveTo(DateTimeOffset to)
    {
        while (Next(to) is { } timer) timer.Ring();
        lock (gate) now = to;
    }

    private ManualTimer? Next(DateTimeOffset to)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.DueAt <= to).MinBy(timer => timer.DueAt);
            if (next is null) return null;

            if (next.DueAt > now) now = next.DueAt;
            if (next.Period > TimeSpan.Zero) next.DueAt += next.Period;
            else timers.Remove(next);
            return next;
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
    {
        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; private set; }

        public void Ring() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                Period = period;
                if (dueTime < TimeSpan.Zero) return true;

                DueAt = clock.now + dueTime;
                clock.timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
