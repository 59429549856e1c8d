namespace Nsdd311.Runtime.Engine;

/// <summary>What the roster says, as far as this process has followed it.</summary>
public interface ISeats
{
    /// <summary>The version of the roster that the answers come from; every event records it.</summary>
    long Sequence { get; }

    /// <summary>Whether the person holds the seat now.</summary>
    bool Holds(PersonId person, Seat seat);
}

/// <summary>Follows the roster's durable state: the runtime hands over each new one before anybody is answered.</summary>
/// <param name="holders">Reads a roster's state: who holds which seat.</param>
public sealed class RosterSeats(Func<object, IEnumerable<(PersonId Person, Seat Seat)>> holders) : ISeats
{
    private volatile Followed now = new(0, []);

    /// <inheritdoc />
    public long Sequence => now.Sequence;

    /// <inheritdoc />
    public bool Holds(PersonId person, Seat seat) => now.Held.Contains((person, seat));

    /// <summary>Takes over a newer state; an older one changes nothing.</summary>
    public void Follow(EntityRecord roster)
    {
        if (roster.Version > now.Sequence) now = new(roster.Version, [.. holders(roster.State)]);
    }

    private sealed record Followed(long Sequence, HashSet<(PersonId Person, Seat Seat)> Held);
}
