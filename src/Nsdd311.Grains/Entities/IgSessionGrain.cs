using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>A meeting of the Interagency Group.</summary>
[GrainType(EntityKinds.IgSession)]
public sealed class IgSessionGrain(SiloEngine silo) : EntityGrain(silo);
