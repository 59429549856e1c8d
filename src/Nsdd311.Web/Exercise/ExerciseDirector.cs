namespace Nsdd311.Web.Exercise;

/// <summary>Moves the exercise clock from deadline to deadline, so that each is handled at its own instant, in order, before the next.</summary>
/// <remarks>A single leap would have every deadline noticed late, at the end of the leap, as if all nodes had been down.</remarks>
/// <param name="clock">The clock of the exercise.</param>
/// <param name="nextDue">The first due instant after the given one; null if there is none.</param>
/// <param name="catchUp">Completes when everybody due by the clock's present was woken and all is paid that can be paid.</param>
/// <param name="remember">Notes in the store how far the clock has come, so that a later start does not fall behind it.</param>
public sealed class ExerciseDirector(
    ExerciseClock clock, Func<DateTimeOffset, CancellationToken, Task<DateTimeOffset?>> nextDue, Func<CancellationToken, Task> catchUp,
    Func<DateTimeOffset, CancellationToken, Task> remember) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Moves the clock to the instant; false if that is in its past.</summary>
    /// <remarks>A move that has begun is made to its end, whoever waits for it: a clock that stopped half-way would leave the rest of the deadlines to the next one.</remarks>
    /// <param name="target">Where to.</param>
    /// <param name="cancellationToken">Gives up waiting for another move.</param>
    public async Task<bool> MoveTo(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (target < clock.GetUtcNow()) return false;

            await StandAt(clock.GetUtcNow());
            while (await nextDue(clock.GetUtcNow(), CancellationToken.None) is { } due && due <= target) await StandAt(due);
            await StandAt(target);
            return true;
        }
        finally
        {
            clock.RunOn();
            oneAtATime.Release();
        }
    }

    /// <remarks>What is noted is where the clock stands already, and before anything is recorded at that instant: so no record is later than the note.</remarks>
    private async Task StandAt(DateTimeOffset instant)
    {
        clock.StandAt(instant);
        await remember(clock.GetUtcNow(), CancellationToken.None);
        await catchUp(CancellationToken.None);
    }

    /// <inheritdoc />
    public void Dispose() => oneAtATime.Dispose();
}
