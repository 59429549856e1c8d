namespace Nsdd311.Grains;

/// <summary>References to the grains of entities.</summary>
/// <remarks>How the interface is called among processes is looked up once: Orleans' typed look-up reads attributes by reflection each time.</remarks>
internal sealed class EntityGrains(IGrainFactory grains)
{
    private readonly Lazy<GrainInterfaceType> type = new(() => ((GrainReference)grains.GetGrain<IEntityGrain>(EntityId.Roster.GrainId())).InterfaceType);

    public IEntityGrain Of(EntityId entity) => (IEntityGrain)grains.GetGrain(entity.GrainId(), type.Value);
}
