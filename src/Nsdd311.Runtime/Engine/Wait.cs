namespace Nsdd311.Runtime.Engine;

/// <summary>How long somebody waits, from now on.</summary>
internal sealed class Wait(TimeProvider clock, TimeSpan patience)
{
    private readonly long since = clock.GetTimestamp();

    /// <summary>Whether the time is up.</summary>
    public bool IsOver => Left <= TimeSpan.Zero;

    private TimeSpan Left => patience - clock.GetElapsedTime(since);

    /// <summary>Completes with the event, or when the time is up.</summary>
    public async Task For(Task happening, CancellationToken cancellationToken)
    {
        var left = Left;
        if (left <= TimeSpan.Zero) return;

        try
        {
            await happening.WaitAsync(left, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The caller looks a last time.
        }
    }
}
