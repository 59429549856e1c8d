using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>An entity after one of its events, or before its first.</summary>
/// <param name="Version">The number of that event; 0 before the first.</param>
/// <param name="Hash">What the next row follows.</param>
/// <param name="State">A case of the entity's state family.</param>
/// <param name="At">When it was decided; the clock of an entity never goes back behind it.</param>
/// <param name="FirstCharter">The charter of the first event; null before it.</param>
/// <param name="Owes">Whether something is owed.</param>
/// <param name="IsWhole">Whether the event is the last of its command; between the events of one command nobody has ever seen the entity.</param>
internal sealed record EntityVersion(
    long Version, ChainHash Hash, object State, DateTimeOffset At, CharterVersion? FirstCharter, bool Owes, bool IsWhole = true)
{
    public static EntityVersion Initial(EntityKind kind, EntityId entity) =>
        new(0, ChainHash.Root(entity), kind.Initial, DateTimeOffset.MinValue, null, Owes: false);

    /// <summary>Whether it is this version or a later one, with nothing owed, and not in the midst of a command.</summary>
    public bool IsSettledFrom(long version) => Version >= version && Version > 0 && IsWhole && !Owes;

    /// <summary>One more version after these: if its event goes on with a command, the one before it was not whole.</summary>
    public static void Append(List<EntityVersion> versions, EntityVersion next, JournalRow row)
    {
        if (row.Number > 0 && versions.Count > 0) versions[^1] = versions[^1] with { IsWhole = false };
        versions.Add(next);
    }

    /// <summary>The next version, from a row of the journal.</summary>
    public EntityVersion After(EntityKind kind, JournalRow row, object @event)
    {
        if (row.Sequence != Version + 1 || row.PreviousHash != Hash)
            throw new JournalDamagedException($"The chain of {row.Entity} is broken at row {row.Sequence}. Verify the journal.");

        var state = kind.Evolve(State, @event);
        return new(row.Sequence, row.Hash, state, row.At, FirstCharter ?? row.Charter, kind.Owed(state).Count > 0);
    }
}
