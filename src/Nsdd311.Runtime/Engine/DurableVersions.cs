namespace Nsdd311.Runtime.Engine;

/// <summary>The newest durable version of an entity, and those before it as long as somebody uses the entity. One thread at a time.</summary>
/// <remarks>A command may lead to a version that is not the newest any more when its answer is given. An entity that nobody uses keeps none of them.</remarks>
/// <param name="newest">The version that was loaded.</param>
/// <param name="most">How many are kept at hand.</param>
internal sealed class DurableVersions(EntityVersion newest, int most)
{
    private Queue<EntityVersion>? earlier;
    private TaskCompletionSource? next;
    private int users;

    public EntityVersion Newest { get; private set; } = newest;

    /// <summary>Completes when there is a newer version, or when it is told so.</summary>
    public Task Next => (next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void BeginUse() => users++;

    public void EndUse()
    {
        if (--users == 0) earlier = null;
    }

    /// <summary>One more is durable.</summary>
    public void Move(EntityVersion version)
    {
        if (users > 0)
        {
            earlier ??= new();
            earlier.Enqueue(Newest);
            if (earlier.Count >= most) earlier.Dequeue();
        }

        Newest = version;
    }

    /// <summary>Whoever waits for the next may look.</summary>
    public void Tell()
    {
        next?.TrySetResult();
        next = null;
    }

    /// <summary>The version of this number; null if it is not at hand.</summary>
    public EntityVersion? Find(long number) => number == Newest.Version ? Newest : earlier?.FirstOrDefault(at => at.Version == number);

    /// <summary>The first at hand from this one on that was whole and owed nothing; and whether what is at hand reaches back far enough to say so.</summary>
    public (EntityVersion? Found, bool Reaches) FirstSettled(long number)
    {
        var oldest = earlier is { Count: > 0 } ? earlier.Peek() : Newest;
        var reaches = Newest.Version < number || oldest.Version <= number;
        return (reaches ? Settled(number) : null, reaches);
    }

    private EntityVersion? Settled(long number)
    {
        if (earlier is not null && Newest.Version > number)
        {
            foreach (var at in earlier)
                if (at.IsSettledFrom(number)) return at;
        }

        return Newest.IsSettledFrom(number) ? Newest : null;
    }
}
