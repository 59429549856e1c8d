using Nsdd311.Grains.Engine;

namespace Nsdd311.Grains.Entities;

/// <summary>A body's book of its sessions: their numbers, and what waits for the next one.</summary>
[GrainType(EntityKinds.SessionBook)]
public sealed class SessionBookGrain(SiloEngine silo) : EntityGrain(silo);
