using Nsdd311.Charters;

namespace Nsdd311;

/// <summary>All that a decider may know besides state and command.</summary>
/// <param name="Now">Whole microseconds; never before the entity's last event.</param>
/// <param name="Actor">Who acts, in the seat that the roster confirmed at this moment.</param>
/// <param name="Charter">The charter that the entity lives under.</param>
public sealed record Context(DateTimeOffset Now, Actor Actor, Charter Charter);
