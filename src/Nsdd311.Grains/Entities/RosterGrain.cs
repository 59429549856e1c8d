using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>Who holds which seat.</summary>
[GrainType(EntityKinds.Roster)]
public sealed class RosterGrain(SiloEngine silo) : EntityGrain(silo);
