using Nsdd311.Charters;
using Nsdd311.Grains.Alarm;
using Nsdd311.Grains.Wire;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Settlement;

namespace Nsdd311.Grains.Engine;

/// <summary>The copy of an entity that one activation holds. When an append of it fails, the activation goes with it.</summary>
internal sealed class HeldEntity
{
    /// <summary>A payment on its way does not keep an activation from leaving for longer; it is taken up again from what is owed.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly SiloEngine silo;
    private readonly IGrainContext context;
    private readonly TaskScheduler scheduler;
    private readonly FollowUp followUp;
    private readonly WakeReminder reminder;
    private readonly KeptSnapshot snapshot;
    private Task<LoadedEntity>? loading;

    public HeldEntity(EntityId id, SiloEngine silo, IGrainContext context, TaskScheduler scheduler)
    {
        (Id, this.silo, this.context, this.scheduler) = (id, silo, context, scheduler);
        Background = new(silo.BackgroundFailed, scheduler);
        reminder = new(context.GrainId, silo, Background, Ring);
        snapshot = new(context.GrainId, silo);
        followUp = new(silo.Engine, silo.Settings.Runtime, silo.Roster.Moved, silo.Payers.Notice, reminder.Notice, Keep, silo.Loaded.LetGo);
        silo.Loaded.Add(this);
    }

    public EntityId Id { get; }

    public Background Background { get; }

    /// <summary>The loaded copy; null before it is there.</summary>
    public LoadedEntity? Copy => loading is { IsCompletedSuccessfully: true } loaded ? loaded.Result : null;

    /// <summary>Whether the caller runs on the activation's own scheduler.</summary>
    public bool IsHere => TaskScheduler.Current == scheduler;

    public async Task<Reply> Execute(CommandEnvelope envelope)
    {
        await KnowTheSeat(envelope.Actor);
        Reply? created = null;
        return await With(
            async entity => created ?? await silo.Engine.Run(entity, envelope, CancellationToken.None),
            envelope.Creates ? async () => await Create(envelope, reply => created = reply) : null);
    }

    public async Task<ReplyAndRecord> ExecuteAndSettle(CommandEnvelope envelope, TimeSpan patience)
    {
        var reply = await Execute(envelope);
        if (reply is not Reply.Accepted accepted) return new(reply, null, IsSettled: false);

        return await Settled(accepted.Version, patience) is { } settled ? new(reply, settled, IsSettled: true) : new(reply, await Read(null), IsSettled: false);
    }

    public Task<EntityRecord?> Read(long? version) => With(entity => silo.Engine.Read(entity, version, CancellationToken.None));

    public Task<EntityRecord?> Settled(long version, TimeSpan patience) => With(async entity =>
    {
        var since = silo.Settings.Waiting.GetTimestamp();
        while (true)
        {
            var (settled, changed) = await silo.Engine.Settled(entity, version, CancellationToken.None);
            var left = patience - silo.Settings.Waiting.GetElapsedTime(since);
            if (settled is not null || left <= TimeSpan.Zero) return settled;
            if (entity.Failed) throw new ActivationReloadingException();

            await Task.WhenAny(changed, Task.Delay(left, silo.Settings.Waiting));
        }
    });

    /// <summary>All its events; the journal is asked and no copy is needed.</summary>
    public async Task<ValueList<RecordedEvent>> History()
    {
        try
        {
            return await silo.History(Id);
        }
        catch (RuntimeUnavailableException e)
        {
            throw new UnavailableOnSiloException(e.Message);
        }
    }

    public Task<(Obligation? First, CharterVersion? Charter)> Owed() => With(entity => Task.FromResult(EntityEngine.OwedBy(entity)));

    public Task Ring() => With(async entity =>
    {
        await silo.Engine.Ring(entity);
        if (entity.Durable.Owes) silo.Payers.Notice(Id);
        return entity;
    });

    /// <summary>The reminder came.</summary>
    public async Task Tick()
    {
        await Ring();
        await With(entity =>
        {
            var durable = entity.Durable;
            reminder.Ticked(entity.Kind.NextWake(durable.State), durable.Owes);
            return Task.FromResult(entity);
        });
    }

    /// <summary>The activation ends: what is worth a snapshot is kept, and the copy never writes again.</summary>
    public async Task Leave(CancellationToken cancellationToken)
    {
        silo.Loaded.Remove(this);
        var entity = loading is { IsCompletedSuccessfully: true } loaded ? loaded.Result : null;
        if (entity is not null) followUp.Leaving(entity);
        await Background.Close().WaitAsync(Farewell, silo.Settings.Waiting, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (entity is { Durable.Owes: true }) silo.HandOver(Id);
        entity?.Discard();
    }

    /// <summary>Whoever was seated a moment ago, by another silo, is not to be refused by this one.</summary>
    private async ValueTask KnowTheSeat(Actor actor)
    {
        if (actor is not Actor.Person person || silo.Around.Seats.Holds(person.Id, person.Seat)) return;

        try
        {
            await silo.Follower.Look(CancellationToken.None);
        }
        catch (RuntimeUnavailableException e)
        {
            throw new UnavailableOnSiloException(e.Message);
        }
    }

    /// <summary>The copy may be wrong: it and the activation go, and whoever asks next loads another.</summary>
    public void LetGo()
    {
        silo.Loaded.Remove(this);
        if (loading is { IsCompletedSuccessfully: true } loaded) loaded.Result.Discard();
        context.Deactivate(new(DeactivationReasonCode.ApplicationError, "The loaded copy was thrown away."));
    }

    private async Task<T> With<T>(Func<LoadedEntity, Task<T>> work, Func<Task<LoadedEntity>>? otherwise = null)
    {
        try
        {
            var entity = await (loading ??= (otherwise ?? Load)());
            return await work(entity);
        }
        catch (Exception e) when (e is EntityReloadingException or ActivationReloadingException)
        {
            LetGo();
            throw new ActivationReloadingException();
        }
        catch (RuntimeUnavailableException e)
        {
            if (loading is not { IsCompletedSuccessfully: true } loaded || loaded.Result.Failed) LetGo();
            throw new UnavailableOnSiloException(e.Message);
        }
        catch when (loading is { IsFaulted: true })
        {
            LetGo();
            throw;
        }
    }

    private async Task<LoadedEntity> Load()
    {
        var loaded = await silo.Loader.Load(Id, await snapshot.ReadIfItCanBe(), CancellationToken.None);
        var entity = New(loaded);
        reminder.AssumeArmed(entity.Kind.NextWake(entity.Durable.State));
        if (entity.Durable.Owes) silo.Payers.Notice(Id);
        return entity;
    }

    private async Task<LoadedEntity> Create(CommandEnvelope envelope, Action<Reply> created)
    {
        var unborn = New(silo.Loader.Unborn(Id));
        if (await silo.Engine.Create(unborn, envelope) is not { } reply) return await Load();

        created(reply);
        return unborn;
    }

    // Its activation uses it as long as it lives.
    private LoadedEntity New(EntityLoader.Loaded loaded)
    {
        var entity = new LoadedEntity(Id, silo.Model.Of(Id), loaded, silo.Around, followUp);
        entity.BeginUse();
        return entity;
    }

    private void Keep(EntityId id, EntityVersion durable) => Background.Run(() => snapshot.Write(silo.Loader.SnapshotOf(id, durable)));
}
