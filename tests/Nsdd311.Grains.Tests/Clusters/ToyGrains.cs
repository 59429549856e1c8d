using Nsdd311.Grains.Engine;
using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>A counter that keeps the charter of its first event.</summary>
[GrainType(Toys.Bound)]
public sealed class BoundGrain(SiloEngine silo) : EntityGrain(silo);

/// <summary>A counter that does not.</summary>
[GrainType(Toys.Free)]
public sealed class FreeGrain(SiloEngine silo) : EntityGrain(silo);
