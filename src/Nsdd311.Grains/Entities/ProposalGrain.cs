using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>A matter to be vetted.</summary>
[GrainType(EntityKinds.Proposal)]
public sealed class ProposalGrain(SiloEngine silo) : EntityGrain(silo);
