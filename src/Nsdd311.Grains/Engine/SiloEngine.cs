using Microsoft.Extensions.Logging;
using Nsdd311.Charters;
using Nsdd311.Grains.Wire;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Settlement;
using Orleans.Storage;
using Orleans.Timers;

namespace Nsdd311.Grains.Engine;

/// <summary>What all entities of one silo share: the journal with its one writer, the rules, the payers.</summary>
/// <remarks>The writer stops after the silo has deactivated its grains: until then their last answers may still wait for it.</remarks>
public sealed partial class SiloEngine : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly Background background;
    private readonly CancellationTokenSource stopping = new();
    private readonly ILogger logger;
    private readonly IGrainFactory grains;

    internal SiloEngine(
        IJournal journal, VettingModel model, ICharters charters, ISeats seats, RosterListener roster, IGrainFactory grains, IVettingRuntime runtime, IGrainStorage snapshots,
        IReminderRegistry reminders, WireFormat wire, ClusterSettings settings, TimeProvider clock, ILogger<SiloEngine> logger)
    {
        (this.logger, this.grains) = (logger, grains);
        (Journal, Model, Roster, Runtime, SnapshotStorage, Reminders, Wire, Settings, Clock) = (journal, model, roster, runtime, snapshots, reminders, wire, settings, clock);
        Records = new(wire, model);
        Commands = new(model);
        Loader = new(journal, model);
        Writer = new(journal, settings.Runtime.Writer, settings.Waiting, logger);
        Around = new(clock, charters, seats, Writer, settings.Runtime);
        Engine = new(journal, Loader, Around);
        Follower = new(this);
        BackgroundFailed = cause => LogBackgroundFailed(this.logger, cause);
        background = new(BackgroundFailed, settings.Runtime.Writer.Scheduler);
        Payers = new(Pay, OwedBy, journal, RunFor, clock, settings.Runtime, logger);
        FollowUp = new(
            Engine, settings.Runtime, roster.Moved, Payers.Notice, (id, wake) => Loaded.Find(id)?.Notice(wake), (id, durable) => Loaded.Find(id)?.Keep(durable), Loaded.LetGo);
        if (settings.Runtime.PaysInAdvance) Engine.Advance = new(new Creditors(Loaded, new(grains), settings.Waiting).Borrow, Payers);
    }

    /// <summary>The entities that this silo has in memory.</summary>
    public LoadedGrains Loaded { get; } = new();

    internal IJournal Journal { get; }

    internal VettingModel Model { get; }

    internal RosterListener Roster { get; }

    internal RosterFollower Follower { get; }

    internal IVettingRuntime Runtime { get; }

    internal IGrainStorage SnapshotStorage { get; }

    internal IReminderRegistry Reminders { get; }

    internal WireFormat Wire { get; }

    internal WireRecords Records { get; }

    internal WireCommands Commands { get; }

    internal ClusterSettings Settings { get; }

    internal TimeProvider Clock { get; }

    internal EntityLoader Loader { get; }

    internal JournalWriter Writer { get; }

    internal Surroundings Around { get; }

    internal EntityEngine Engine { get; }

    internal Payers Payers { get; }

    /// <summary>What follows from a durable version of any of them.</summary>
    internal FollowUp FollowUp { get; }

    internal Action<Exception> BackgroundFailed { get; }

    internal ILogger Log => logger;

    /// <inheritdoc />
    public void Participate(ISiloLifecycle observer)
    {
        observer.Subscribe(nameof(SiloEngine), ServiceLifecycleStage.RuntimeStorageServices, Start, Stop);
        observer.Subscribe(nameof(SiloEngine), ServiceLifecycleStage.Active, _ => Task.CompletedTask, _ => stopping.CancelAsync());
    }

    /// <inheritdoc />
    public void Dispose() => stopping.Dispose();

    internal Task<ValueList<RecordedEvent>> History(EntityId entity) => Engine.History(Model.Of(entity), entity, CancellationToken.None);

    /// <summary>Completes when nobody on this silo works in the background.</summary>
    internal Task WhenQuiet() => Task.WhenAll([background.WhenQuiet(), .. Loaded.All.Select(held => held.Background.WhenQuiet())]);

    private Task Start(CancellationToken cancellationToken) => Model.DemandKnown(Journal, cancellationToken);

    private async Task Stop(CancellationToken cancellationToken)
    {
        Payers.Dispose();
        await background.Close();
        await Writer.DisposeAsync();
    }

    /// <summary>Payments of an entity that is here run on its own scheduler; of one that has left, by calls to its grain.</summary>
    private void RunFor(EntityId debtor, Func<Task> work)
    {
        if (Loaded.Find(debtor) is { } held && held.Background.Run(work)) return;

        background.Run(work);
    }

    private async Task<Reply> Pay(CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        if (Loaded.Find(envelope.Entity) is not { IsHere: true } held)
        {
            // A silo that stops neither waits for an answer nor tries again: what is owed is taken up where the entity goes.
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping.Token);
            return await Runtime.Execute(envelope, either.Token).WaitAsync(either.Token);
        }

        try
        {
            return await held.Execute(envelope);
        }
        catch (ActivationReloadingException)
        {
            throw new EntityReloadingException();
        }
    }

    /// <summary>An entity left that still owes: whoever holds it next pays. If the call is lost, the index of debts brings the sweep to it.</summary>
    internal void HandOver(EntityId debtor) => _ = grains.Of(debtor).Ring().ContinueWith(
        static rung => rung.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private async Task<(Obligation? First, CharterVersion? Charter)> OwedBy(EntityId debtor)
    {
        if (Loaded.Find(debtor) is { IsHere: true } held) return await held.Owed();
        if (await Runtime.Read(debtor, null, stopping.Token).WaitAsync(stopping.Token) is not { } record) return default;

        var kind = Model.Of(debtor);
        var owed = kind.Owed(record.State);
        return (owed.Count > 0 ? owed[0] : null, kind.BindsCharter ? record.Charter : null);
    }
}
