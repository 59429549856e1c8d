using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

public sealed partial class LocalRuntime
{
    private async Task<LoadedEntity> Load(EntityId id)
    {
        var loaded = await loader.Load(id, CancellationToken.None);
        // It may owe since an append of which nobody was told what became of it.
        if (loaded.Versions[^1].Owes) payers.Notice(id);
        return new(id, model.Of(id), loaded, around, followUp);
    }

    /// <summary>An alarm: runs what is due and sees that what is owed is being paid.</summary>
    private async Task Ring(EntityId id)
    {
        while (true)
        {
            using var lease = await entities.Rent(id, CancellationToken.None);
            try
            {
                await engine.Ring(lease.Entity);
                if (lease.Entity.Durable.Owes) payers.Notice(id);
                return;
            }
            catch (EntityReloadingException)
            {
                entities.Discard(lease.Entity);
            }
            catch (RuntimeUnavailableException) when (lease.Entity.Failed)
            {
                entities.Discard(lease.Entity);
                throw;
            }
        }
    }
}
