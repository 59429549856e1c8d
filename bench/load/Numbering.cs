namespace Nsdd311.Bench.Load;

/// <summary>Numbers the vettings of a run, for all connections: keys are made of them, and pairs are taken in their order.</summary>
/// <param name="first">The first number.</param>
/// <param name="count">How many there are.</param>
internal sealed class Numbering(long first = 0, long count = long.MaxValue)
{
    private long taken;

    public long? Next()
    {
        var number = Interlocked.Increment(ref taken) - 1;
        return number < count ? first + number : null;
    }
}
