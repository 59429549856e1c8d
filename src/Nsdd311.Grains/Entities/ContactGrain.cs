using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>A contact that is kept and not counted.</summary>
[GrainType(EntityKinds.Contact)]
public sealed class ContactGrain(SiloEngine silo) : EntityGrain(silo);
