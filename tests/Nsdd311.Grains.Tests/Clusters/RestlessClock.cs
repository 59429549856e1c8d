namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>A clock that moves a little while one looks at it, as a real one does; it falls in with the clock that it follows when that one moves.</summary>
/// <remarks>
/// Orleans waits for an instant in whole milliseconds, looks, and waits for the rest of less than one, which is no wait at all. Where a
/// hand-moved clock stands still it would look for ever.
/// </remarks>
public sealed class RestlessClock(TimeProvider clock) : TimeProvider
{
    private const int TicksPerLook = 200;

    private readonly Lock gate = new();
    private DateTimeOffset last;
    private long looks;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            looks = now == last ? looks + 1 : 0;
            last = now;
            return now.AddTicks(looks * TicksPerLook);
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
