namespace Nsdd311.Web.Exercise;

/// <summary>A clock that starts where it is told and runs on with real time. It may be moved forward and never back.</summary>
/// <param name="start">Where it starts.</param>
/// <param name="real">What it runs on.</param>
public sealed class ExerciseClock(DateTimeOffset start, TimeProvider real) : TimeProvider
{
    /// <summary>The first year that it can show, in UTC.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year that it can be told, in UTC. Deadlines reach further than the present, so it ends well before instants do.</summary>
    public const int LastYear = 2199;

    private readonly Lock gate = new();
    private DateTimeOffset reading = start;
    private long since = real.GetTimestamp();
    private bool stands;

    /// <inheritdoc />
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <summary>Whether it may be told this instant.</summary>
    public static bool Reaches(DateTimeOffset instant) => instant.UtcDateTime.Year is >= FirstYear and <= LastYear;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return (stands ? reading : reading + real.GetElapsedTime(since)).ToUniversalTime();
    }

    /// <inheritdoc />
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Stands still at this instant, or where it is if that is later, until it runs again.</summary>
    public void StandAt(DateTimeOffset instant)
    {
        var now = GetUtcNow();
        lock (gate) (reading, stands) = (instant > now ? instant : now, true);
    }

    /// <summary>Runs on from where it stands.</summary>
    public void RunOn()
    {
        lock (gate) (since, stands) = (real.GetTimestamp(), false);
    }
}
