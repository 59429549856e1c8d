using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>A counterpart pair with its ledger.</summary>
[GrainType(EntityKinds.Pair)]
public sealed class CounterpartPairGrain(SiloEngine silo) : EntityGrain(silo);
