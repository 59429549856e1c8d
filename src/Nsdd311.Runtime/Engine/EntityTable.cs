using Nsdd311.Runtime.Journal;

namespace Nsdd311.Runtime.Engine;

/// <summary>The loaded entities: one copy of each, and no more than the limit unless more are in use.</summary>
internal sealed class EntityTable(Func<EntityId, Task<LoadedEntity>> load, Action<LoadedEntity> leaving, TimeProvider clock, RuntimeSettings settings)
{
    private readonly Lock gate = new();
    private readonly Dictionary<EntityId, Place> places = [];
    private readonly LinkedList<Place> byUse = [];

    /// <summary>How many are loaded.</summary>
    public int Count
    {
        get
        {
            lock (gate) return places.Count;
        }
    }

    /// <summary>The entity, loaded if need be; it stays as long as the lease is held.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="otherwise">How it is loaded if it is not; null for the usual way.</param>
    public ValueTask<Lease> Rent(EntityId id, CancellationToken cancellationToken, Func<Task<LoadedEntity>>? otherwise = null)
    {
        Place place;
        lock (gate)
        {
            if (!places.TryGetValue(id, out place!)) place = Add(id);
            place.Users++;
            // A load that failed while nobody waited for it is no reason to fail now.
            if (place.Entity is null or { IsFaulted: true }) place.Entity = settings.Writer.Scheduler.Start(otherwise ?? (() => load(id)));
        }

        return place.Entity is { IsCompletedSuccessfully: true } loaded ? new(new Lease(this, place, loaded.Result)) : new(Loading(place, cancellationToken));
    }

    /// <summary>The entity if it is loaded.</summary>
    public LoadedEntity? AtHand(EntityId id)
    {
        lock (gate) return places.TryGetValue(id, out var place) && place.Entity is { IsCompletedSuccessfully: true } loaded ? loaded.Result : null;
    }

    /// <summary>Throws a copy away; whoever asks next gets another.</summary>
    public void Discard(LoadedEntity entity)
    {
        entity.Discard();
        lock (gate)
        {
            if (places.TryGetValue(entity.Id, out var place) && place.Entity is { IsCompletedSuccessfully: true } loaded && loaded.Result == entity) Remove(place);
        }
    }

    /// <summary>Throws every copy away.</summary>
    public void DiscardAll()
    {
        List<EntityId> all;
        lock (gate) all = [.. places.Keys];
        foreach (var id in all) LetGo(id);
    }

    /// <summary>Throws away the copy that is loaded now, or being loaded; whoever asks next gets another.</summary>
    public void LetGo(EntityId id)
    {
        Place? place;
        lock (gate)
        {
            if (places.TryGetValue(id, out place)) Remove(place);
        }

        // One that is still being loaded goes as soon as it is there: whoever waits for it finds it failed and asks again.
        _ = place?.Entity?.ContinueWith(loaded => loaded.Result.Discard(), default, TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Lets everything leave that nobody has used for the idle time.</summary>
    public void LetIdleLeave() => Leave(place => clock.GetElapsedTime(place.LastUsed) >= settings.IdleAfter);

    private async Task<Lease> Loading(Place place, CancellationToken cancellationToken)
    {
        try
        {
            return new(this, place, await place.Entity!.WaitAsync(cancellationToken));
        }
        catch
        {
            if (place.Entity!.IsFaulted) Remove(place);
            Return(place);
            throw;
        }
    }

    private Place Add(EntityId id)
    {
        var place = new Place(id);
        places.Add(id, place);
        place.Node = byUse.AddLast(place);
        return place;
    }

    private void Remove(Place place)
    {
        lock (gate)
        {
            if (places.TryGetValue(place.Id, out var there) && there == place) places.Remove(place.Id);
            if (place.Node is { } node) byUse.Remove(node);
            place.Node = null;
        }
    }

    private void Return(Place place)
    {
        bool isTooMany;
        lock (gate)
        {
            place.Users--;
            place.LastUsed = clock.GetTimestamp();
            if (place.Node is { } node)
            {
                byUse.Remove(node);
                byUse.AddLast(node);
            }
            isTooMany = places.Count > settings.LoadedLimit;
        }

        if (isTooMany) LetExcessLeave();
    }

    private void LetExcessLeave()
    {
        var excess = Count - settings.LoadedLimit;
        Leave(_ => excess-- > 0);
    }

    private void Leave(Func<Place, bool> may)
    {
        List<LoadedEntity> left = [];
        lock (gate)
        {
            for (var node = byUse.First; node is not null;)
            {
                var (place, next) = (node.Value, node.Next);
                node = next;
                if (place is not { Users: 0, Entity: { IsCompletedSuccessfully: true } loaded } || !loaded.Result.IsAtRest) continue;
                if (!may(place)) break;

                Remove(place);
                left.Add(loaded.Result);
            }
        }

        foreach (var entity in left) leaving(entity);
    }

    /// <summary>An entity in use.</summary>
    public sealed class Lease : IDisposable
    {
        private readonly EntityTable table;
        private readonly Place place;

        public Lease(EntityTable table, Place place, LoadedEntity entity)
        {
            (this.table, this.place, Entity) = (table, place, entity);
            entity.BeginUse();
        }

        public LoadedEntity Entity { get; }

        public void Dispose()
        {
            Entity.EndUse();
            table.Return(place);
        }
    }

    /// <summary>Where an entity is kept.</summary>
    public sealed class Place(EntityId id)
    {
        public EntityId Id => id;

        public Task<LoadedEntity>? Entity { get; set; }

        public int Users { get; set; }

        public long LastUsed { get; set; }

        public LinkedListNode<Place>? Node { get; set; }
    }
}
