using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>A year's series of log numbers.</summary>
[GrainType(EntityKinds.LogBook)]
public sealed class LogBookGrain(SiloEngine silo) : EntityGrain(silo);
