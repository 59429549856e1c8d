using Nsdd311.Charters;
using Nsdd311.Grains.Alarm;
using Nsdd311.Grains.Wire;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Settlement;

namespace Nsdd311.Grains.Engine;

/// <summary>The copy of an entity that one activation holds. When an append of it fails, the activation goes with it.</summary>
/// <remarks>
/// It is loaded and decides in the activation's turns. What waits for the journal does not come back to them: what follows is guarded by the copy's own lock, and
/// a turn for each step of each answer was a tenth of what a silo allocated.
/// </remarks>
internal sealed class HeldEntity
{
    /// <summary>A payment on its way does not keep an activation from leaving for longer; it is taken up again from what is owed.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly SiloEngine silo;
    private readonly IGrainContext context;
    private readonly TaskScheduler scheduler;
    private readonly WakeReminder reminder;
    private KeptSnapshot? snapshot;
    private Task<LoadedEntity>? loading;

    public HeldEntity(EntityId id, SiloEngine silo, IGrainContext context, TaskScheduler scheduler)
    {
        (Id, this.silo, this.context, this.scheduler) = (id, silo, context, scheduler);
        Background = new(silo.BackgroundFailed, scheduler);
        reminder = new(this, silo);
        silo.Loaded.Add(this);
    }

    public EntityId Id { get; }

    public GrainId Grain => context.GrainId;

    public Background Background { get; }

    /// <summary>The loaded copy; null before it is there.</summary>
    public LoadedEntity? Copy { get; private set; }

    /// <summary>Whether the caller runs on the activation's own scheduler.</summary>
    public bool IsHere => TaskScheduler.Current == scheduler;

    private KeptSnapshot Snapshot => snapshot ??= new(Grain, silo);

    public Task<Reply> Execute(CommandEnvelope envelope) => Execute(envelope, static (_, reply) => Task.FromResult(reply));

    /// <summary>One command to what is told of it, to somebody who has a version already; 0 for none.</summary>
    public async Task<WireAnswer> ExecuteAndSettle(WireCommand command, TimeSpan patience, long known)
    {
        var outcome = await Execute(silo.Commands.Read(Id, command), (entity, reply) => Settle(entity, reply, patience)).ConfigureAwait(false);
        return silo.Records.Write(Copy, outcome, known);
    }

    public Task<EntityRecord?> Read(long? version) => With(entity => silo.Engine.Read(entity, version, CancellationToken.None));

    public Task<EntityRecord?> Settled(long version, TimeSpan patience) => With(entity => Settled(entity, version, patience));

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

    public Task BeLoaded() => With(Task.FromResult);

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
        var entity = Copy;
        if (entity is not null) silo.FollowUp.Leaving(entity);
        silo.Loaded.Remove(this);
        await Background.Close().WaitAsync(Farewell, silo.Settings.Waiting, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        reminder.Leave();
        if (entity is { Durable.Owes: true }) silo.HandOver(Id);
        entity?.Discard();
    }

    /// <summary>The copy may be wrong: it and the activation go, and whoever asks next loads another.</summary>
    public void LetGo()
    {
        silo.Loaded.Remove(this);
        Copy?.Discard();
        context.Deactivate(new(DeactivationReasonCode.ApplicationError, "The loaded copy was thrown away."));
    }

    /// <summary>A durable version must be woken at this instant; null for never.</summary>
    public void Notice(DateTimeOffset? wake) => reminder.Notice(wake);

    /// <summary>Keeps a snapshot of a version.</summary>
    public void Keep(EntityVersion durable) => Background.Run(() => Snapshot.Write(silo.Loader.SnapshotOf(Id, durable)));

    /// <summary>Whoever was seated a moment ago, by another silo, is not to be refused by this one; and a charter may have come after this silo's start.</summary>
    private async ValueTask KnowWhatItNames(CommandEnvelope envelope)
    {
        try
        {
            if (envelope.Charter is { } asked) await silo.Around.Charters.Know(asked, CancellationToken.None);
            if (envelope.Actor is Actor.Person person && !silo.Around.Seats.Holds(person.Id, person.Seat)) await silo.Follower.Look(CancellationToken.None);
        }
        catch (RuntimeUnavailableException e)
        {
            throw new UnavailableOnSiloException(e.Message);
        }
    }

    private async Task<T> Execute<T>(CommandEnvelope envelope, Func<LoadedEntity, Reply, Task<T>> answer)
    {
        await KnowWhatItNames(envelope);
        Reply? created = null;
        return await With(
            async entity => await answer(entity, created ?? await silo.Engine.Run(entity, envelope, CancellationToken.None).ConfigureAwait(false)).ConfigureAwait(false),
            envelope.Creates ? async () => await Create(envelope, reply => created = reply) : null).ConfigureAwait(false);
    }

    private async Task<ReplyAndRecord> Settle(LoadedEntity entity, Reply reply, TimeSpan patience)
    {
        if (reply is not Reply.Accepted accepted) return new(reply, null, IsSettled: false);

        return await Settled(entity, accepted.Version, patience).ConfigureAwait(false) is { } settled
            ? new(reply, settled, IsSettled: true)
            : new(reply, await silo.Engine.Read(entity, null, CancellationToken.None), IsSettled: false);
    }

    private async Task<EntityRecord?> Settled(LoadedEntity entity, long version, TimeSpan patience)
    {
        var wait = new Wait(silo.Settings.Waiting, patience);
        var settled = await silo.Engine.Settled(entity, version, wait, CancellationToken.None).ConfigureAwait(false);
        return settled is null && entity.Failed && !wait.IsOver ? throw new ActivationReloadingException() : settled;
    }

    /// <summary>Whoever asks first loads the copy, and uses it from the first moment on.</summary>
    private async Task<T> With<T>(Func<LoadedEntity, Task<T>> work, Func<Task<LoadedEntity>>? otherwise = null)
    {
        try
        {
            if (Copy is not { } entity)
            {
                var isFirst = loading is null;
                entity = await (loading ??= (otherwise ?? Load)());
                (Copy, loading) = (entity, null);
                if (!isFirst) entity.BeginUse();
            }
            else
            {
                entity.BeginUse();
            }

            try
            {
                return await work(entity).ConfigureAwait(false);
            }
            finally
            {
                entity.EndUse();
            }
        }
        catch (Exception e) when (e is EntityReloadingException or ActivationReloadingException)
        {
            LetGo();
            throw new ActivationReloadingException();
        }
        catch (RuntimeUnavailableException e)
        {
            if (Copy is null or { Failed: true }) LetGo();
            throw new UnavailableOnSiloException(e.Message);
        }
        catch when (Copy is null)
        {
            LetGo();
            throw;
        }
    }

    private async Task<LoadedEntity> Load()
    {
        var loaded = await silo.Loader.LoadShorter(Id, silo.Settings.Runtime.FewestInSnapshot, CancellationToken.None)
            ?? await silo.Loader.Load(Id, await Snapshot.ReadIfItCanBe(), CancellationToken.None);
        if (loaded.Versions[^1].FirstCharter is { } first) await silo.Around.Charters.Know(first, CancellationToken.None);
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

    private LoadedEntity New(EntityLoader.Loaded loaded)
    {
        var entity = new LoadedEntity(Id, silo.Model.Of(Id), loaded, silo.Around, silo.FollowUp);
        entity.BeginUse();
        return entity;
    }
}
