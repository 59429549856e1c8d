using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Settlement;

namespace Nsdd311.Runtime.Engine;

/// <summary>All entities in one process over one journal.</summary>
/// <remarks>The journal's owner makes sure that there is only one such process; a second writer would lose every race and do no harm.</remarks>
public sealed partial class LocalRuntime : IVettingRuntime, IAsyncDisposable
{
    private static readonly TimeSpan CreditorPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReloadPatience = TimeSpan.FromSeconds(20);

    private readonly IJournal journal;
    private readonly VettingModel model;
    private readonly EntityLoader loader;
    private readonly JournalWriter writer;
    private readonly Surroundings around;
    private readonly EntityEngine engine;
    private readonly FollowUp followUp;
    private readonly EntityTable entities;
    private readonly Background background;
    private readonly Payers payers;
    private readonly Alarm alarm;
    private readonly Action<EntityRecord>? rosterMoved;
    private readonly TimeProvider waiting;
    private readonly ILogger logger;
    private readonly ITimer idle;
    private int disposed;

    /// <summary>A runtime; <see cref="Start"/> it before use.</summary>
    /// <param name="journal">The store of record. The runtime does not dispose of it.</param>
    /// <param name="model">The kinds of entity.</param>
    /// <param name="charters">The charter in force, and older ones.</param>
    /// <param name="seats">What the roster says.</param>
    /// <param name="rosterMoved">Is given each new durable state of the roster before anybody is answered: <see cref="RosterSeats.Follow"/>.</param>
    /// <param name="clock">The domain's clock, by which deadlines and repeated payments go.</param>
    /// <param name="settings">Bounds; null for the usual ones.</param>
    /// <param name="waiting">The clock by which callers lose patience; null for real time.</param>
    /// <param name="logger">For operators.</param>
    public LocalRuntime(
        IJournal journal, VettingModel model, ICharters charters, ISeats seats, Action<EntityRecord>? rosterMoved, TimeProvider clock,
        RuntimeSettings? settings = null, TimeProvider? waiting = null, ILogger<LocalRuntime>? logger = null)
    {
        settings = (settings ?? new()) with { RecentRows = 0 };
        this.journal = journal;
        this.model = model;
        this.rosterMoved = rosterMoved;
        this.waiting = waiting ?? TimeProvider.System;
        this.logger = logger ?? NullLogger<LocalRuntime>.Instance;
        loader = new(journal, model);
        writer = new(journal, settings.Writer, this.waiting, this.logger);
        around = new(clock, charters, seats, writer, settings);
        engine = new(journal, loader, around);
        background = new(e => LogBackgroundFailed(this.logger, e), settings.Writer.Scheduler);
        entities = new(Load, entity => followUp!.Leaving(entity), clock, settings);
        payers = new(Execute, OwedBy, journal, (_, work) => background.Run(work), clock, settings, this.logger);
        alarm = new(journal, Ring, background, clock, settings, this.logger);
        followUp = new(
            engine, settings, rosterMoved, payers.Notice, (_, wake) => alarm.Notice(wake), (id, durable) => background.Run(() => loader.Keep(id, durable, CancellationToken.None)),
            entities.LetGo, unsure: () => alarm.Notice(clock.GetUtcNow() + (settings.FirstBackoff * 2)));
        if (settings.PaysInAdvance) engine.Advance = new(Borrow, payers);
        idle = clock.CreateTimer(_ => entities.LetIdleLeave(), null, settings.IdleAfter, settings.IdleAfter);
    }

    /// <summary>Entities in memory.</summary>
    public int LoadedEntities => entities.Count;

    /// <summary>Checks that the journal is not from a newer version, follows the roster, takes up what is still owed, and rings whoever fell due meanwhile.</summary>
    /// <exception cref="JournalTooNewException">The journal holds events that this program does not know.</exception>
    public async Task Start(CancellationToken cancellationToken)
    {
        await model.DemandKnown(journal, cancellationToken);
        if (rosterMoved is not null && await Read(EntityId.Roster, null, cancellationToken) is { } roster) rosterMoved(roster);

        const int Page = 256;
        IReadOnlyList<EntityId> owing = [];
        do
        {
            owing = await journal.Owing(owing.Count > 0 ? owing[^1] : null, Page, cancellationToken);
            foreach (var debtor in owing) payers.Notice(debtor);
        }
        while (owing.Count == Page);

        alarm.Ring();
    }

    /// <summary>Rings whoever is due by the clock's present, and completes when that is done and all is paid that can be paid now.</summary>
    public async Task CatchUp(CancellationToken cancellationToken)
    {
        alarm.Ring();
        await background.WhenQuiet().WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Throws away everything that is loaded, and fails what is on its way and not yet sent: for a store that may have been another process's
    /// for a while. Nobody is told anything wrong; whoever waits is answered from what the journal holds.
    /// </summary>
    public void LetGoOfEverything() => entities.DiscardAll();

    /// <inheritdoc />
    public async Task<Reply> Execute(CommandEnvelope envelope, CancellationToken cancellationToken) => (await Run(envelope, null, cancellationToken)).Reply;

    /// <inheritdoc />
    public async Task<ReplyAndRecord> ExecuteAndSettle(CommandEnvelope envelope, TimeSpan patience, CancellationToken cancellationToken)
    {
        var wait = new Wait(waiting, patience);
        var (reply, settled) = await Run(envelope, wait, cancellationToken);
        if (reply is not Reply.Accepted accepted) return new(reply, null, IsSettled: false);

        settled ??= await Settled(envelope.Entity, accepted.Version, wait, cancellationToken);
        return settled is not null ? new(reply, settled, IsSettled: true) : new(reply, await Read(envelope.Entity, null, cancellationToken), IsSettled: false);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;

        await idle.DisposeAsync();
        alarm.Dispose();
        payers.Dispose();
        await background.Close();
        await writer.DisposeAsync();
    }

    private async ValueTask<Advance.Borrowed?> Borrow(EntityId creditor)
    {
        // A store that does not answer keeps nobody from the answer to his own command.
        using var soon = entities.AtHand(creditor) is null ? new CancellationTokenSource(CreditorPatience, waiting) : null;
        var lease = await entities.Rent(creditor, soon?.Token ?? CancellationToken.None);
        return new(lease.Entity, lease);
    }

    private async Task<(Obligation? First, CharterVersion? Charter)> OwedBy(EntityId debtor)
    {
        using var lease = await entities.Rent(debtor, CancellationToken.None);
        return EntityEngine.OwedBy(lease.Entity);
    }

    /// <param name="envelope">The command.</param>
    /// <param name="wait">For how long to wait until nothing is owed; null for not at all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<Done> Run(CommandEnvelope envelope, Wait? wait, CancellationToken cancellationToken)
    {
        if (!model.Of(envelope.Entity).Takes(envelope.Command))
            throw new ArgumentException($"{envelope.Command.GetType().Name} is no command of {envelope.Entity}.", nameof(envelope));

        if (envelope.Creates && await TryCreate(envelope, wait, cancellationToken) is { } created) return created;

        var since = waiting.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await TryRun(envelope, wait, cancellationToken) is { } done) return done;
            if (waiting.GetElapsedTime(since) > ReloadPatience)
                throw new RuntimeUnavailableException("The entity could not be loaded again in time. Repeat the request with the same key.");
        }
    }

    /// <returns>What came of it; null if the loaded copy was thrown away and the command is to be asked again.</returns>
    private async Task<Done?> TryRun(CommandEnvelope envelope, Wait? wait, CancellationToken cancellationToken)
    {
        using var lease = await entities.Rent(envelope.Entity, cancellationToken);
        var entity = lease.Entity;
        try
        {
            return await DoneOn(entity, await engine.Run(entity, envelope, cancellationToken), wait, cancellationToken);
        }
        catch (EntityReloadingException)
        {
            entities.Discard(entity);
            return null;
        }
        catch (RuntimeUnavailableException) when (entity.Failed)
        {
            entities.Discard(entity);
            throw;
        }
    }

    // The copy is still in hand: as a rule all is settled by now, and if not, it keeps the versions that come meanwhile.
    private async ValueTask<Done> DoneOn(LoadedEntity entity, Reply reply, Wait? wait, CancellationToken cancellationToken) =>
        new(reply, wait is not null && reply is Reply.Accepted accepted ? await engine.Settled(entity, accepted.Version, wait, cancellationToken) : null);

    /// <summary>What came of a command.</summary>
    /// <param name="Reply">The reply.</param>
    /// <param name="Settled">If it was accepted and was waited for: the first state from it on in which nothing was owed; null if the wait was in vain.</param>
    private readonly record struct Done(Reply Reply, EntityRecord? Settled);
}
