using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>What an entity needs besides itself in order to decide.</summary>
internal sealed record Surroundings(TimeProvider Clock, ICharters Charters, ISeats Seats, JournalWriter Writer, RuntimeSettings Settings)
{
    /// <summary>The clock in whole microseconds, UTC, and never before the entity's last event.</summary>
    public DateTimeOffset NowFor(EntityVersion head)
    {
        var now = Instants.Truncate(Clock.GetUtcNow().ToUniversalTime());
        return now > head.At ? now : head.At;
    }

    /// <summary>The charter that an entity decides under.</summary>
    public Charter CharterFor(EntityKind kind, EntityVersion head, CharterVersion? asked)
    {
        var version = kind.BindsCharter ? head.FirstCharter ?? asked : asked;
        return version is { } known ? Charters.Find(known) : Charters.InForce;
    }

    /// <summary>The charter that a reader is told.</summary>
    public CharterVersion CharterOf(EntityKind kind, EntityVersion version) =>
        (kind.BindsCharter ? version.FirstCharter : null) ?? Charters.InForce.Version;
}
