using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>A file of contacts.</summary>
[GrainType(EntityKinds.Import)]
public sealed class ImportGrain(SiloEngine silo) : EntityGrain(silo);
