namespace Nsdd311.Grains;

/// <summary>An entity and its grain have one identity.</summary>
internal static class GrainNames
{
    public static EntityId EntityId(this IGrainBase grain) => grain.GrainContext.GrainId.EntityId();

    public static EntityId EntityId(this GrainId grain) => new(grain.Type.ToString()!, grain.Key.ToString()!);

    public static GrainId GrainId(this EntityId entity) => Orleans.Runtime.GrainId.Create(entity.Kind, entity.Key);

    public static IEntityGrain Of(this IGrainFactory grains, EntityId entity) => grains.GetGrain<IEntityGrain>(entity.GrainId());
}
