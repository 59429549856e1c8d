using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>A meeting of the Senior Interagency Group.</summary>
[GrainType(EntityKinds.SigSession)]
public sealed class SigSessionGrain(SiloEngine silo) : EntityGrain(silo);
