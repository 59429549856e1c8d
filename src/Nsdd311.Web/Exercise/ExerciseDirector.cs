namespace Nsdd311.Web.Exercise;

/// <summary>Moves the exercise clock from deadline to deadline, so that each is handled at its own instant, in order, before the next.</summary>
/// <remarks>A single leap would have every deadline noticed late, at the end of the leap, as if all nodes had been down.</remarks>
/// <param name="clock">The clock of the exercise.</param>
/// <param name="nextDue">The first due instant after the given one; null if there is none.</param>
/// <param name="catchUp">Completes when everybody due by the clock's present was woken and all is paid that can be paid.</param>
/// <param name="remember">Notes in the store how far the clock has been moved, so that a later start does not fall behind it.</param>
public sealed class ExerciseDirector(
    ExerciseClock clock, Func<DateTimeOffset, CancellationToken, Task<DateTimeOffset?>> nextDue, Func<CancellationToken, Task> catchUp,
    Func<DateTimeOffset, CancellationToken, Task> remember) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Moves the clock to the instant; false if that is in its past.</summary>
    public async Task<bool> MoveTo(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (target < clock.GetUtcNow()) return false;

            await remember(target, cancellationToken);
            clock.StandAt(clock.GetUtcNow());
            await catchUp(cancellationToken);
            while (await nextDue(clock.GetUtcNow(), cancellationToken) is { } due && due <= target)
            {
                clock.StandAt(due);
                await catchUp(cancellationToken);
            }

            clock.StandAt(target);
            await catchUp(cancellationToken);
            return true;
        }
        finally
        {
            clock.RunOn();
            oneAtATime.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => oneAtATime.Dispose();
}
