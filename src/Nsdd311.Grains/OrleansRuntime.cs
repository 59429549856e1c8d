using Nsdd311.Grains.Wire;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;

namespace Nsdd311.Grains;

/// <summary>The runtime of a cluster, as a gateway sees it and as silos see each other: every call goes to the entity's grain.</summary>
/// <remarks>
/// While silos come and go a call fails, or its outcome is unknown. It is sent again with the same command id until the request's time is up:
/// what was recorded meanwhile is then found and answered, not done twice.
/// </remarks>
public sealed class OrleansRuntime : IVettingRuntime
{
    /// <summary>A grain answers within this time that it still owes, so that nobody takes a long wait for a lost silo.</summary>
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);

    private readonly EntityGrains grains;
    private readonly VettingModel model;
    private readonly WireFormat wire;
    private readonly WireRecords records;
    private readonly WireCommands commands;
    private readonly ClusterSettings settings;
    private readonly LastTold? told;
    private readonly RosterAtHand? roster;
    private readonly ICharters? charters;
    private readonly FirstContact? contact;

    /// <summary>
    /// The runtime of a silo, or of a gateway, which waits for the cluster first, keeps what it was told, follows the roster and shows what it was told by the charter that it names.
    /// </summary>
    internal OrleansRuntime(
        IGrainFactory grains, VettingModel model, WireFormat wire, ClusterSettings settings,
        LastTold? told = null, RosterAtHand? roster = null, ICharters? charters = null, FirstContact? contact = null)
    {
        (this.model, this.wire, this.settings, this.told, this.roster, this.charters, this.contact) = (model, wire, settings, told, roster, charters, contact);
        this.grains = new(grains);
        records = new(wire, model);
        commands = new(model);
    }

    /// <inheritdoc />
    public async Task<Reply> Execute(CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        Demand(envelope);
        var command = commands.Write(envelope);
        return wire.Read<Reply>(await Call(envelope.Entity, grain => grain.Execute(command), cancellationToken))!;
    }

    /// <inheritdoc />
    public async Task<ReplyAndRecord> ExecuteAndSettle(CommandEnvelope envelope, TimeSpan patience, CancellationToken cancellationToken)
    {
        Demand(envelope);
        var since = settings.Waiting.GetTimestamp();
        var look = patience < LongestLook ? patience : LongestLook;
        var (command, known) = (commands.Write(envelope), told?.Find(envelope.Entity));
        var answer = await Call(envelope.Entity, grain => grain.ExecuteAndSettle(command, (int)look.TotalMilliseconds, known?.Version ?? 0), cancellationToken);
        var outcome = records.Read(envelope.Entity, answer, known);
        await Keep(outcome.Record, answer.Record, since);
        if (outcome is not { IsSettled: false, Reply: Reply.Accepted accepted } || settings.Waiting.GetElapsedTime(since) >= patience) return outcome;

        return await Settled(envelope.Entity, accepted.Version, patience - settings.Waiting.GetElapsedTime(since), cancellationToken) is { } settled
            ? outcome with { Record = settled, IsSettled = true }
            : outcome;
    }

    /// <inheritdoc />
    public async Task<EntityRecord?> Read(EntityId entity, long? version, CancellationToken cancellationToken)
    {
        if (!model.Has(entity.Kind)) return null;

        var (since, known) = (settings.Waiting.GetTimestamp(), told?.Find(entity));
        var answer = await Call(entity, grain => grain.Read(version, known?.Version ?? 0), cancellationToken);
        return await Keep(records.Read(entity, answer, known), answer, since);
    }

    /// <summary>The roster's durable state, of which only what is new is told. Asks once.</summary>
    internal async Task<EntityRecord?> Roster(EntityRecord? known) =>
        records.Read(EntityId.Roster, await grains.Of(EntityId.Roster).Read(null, known?.Version ?? 0), known);

    /// <inheritdoc />
    /// <remarks>A gateway follows the roster and has it at hand while it is fresh; of any other entity it has what it was told a moment ago.</remarks>
    public EntityRecord? AtHand(EntityId entity) => entity == EntityId.Roster ? roster?.Fresh : told?.Fresh(entity);

    /// <inheritdoc />
    public async Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = settings.Waiting.GetTimestamp();
        while (true)
        {
            var left = patience - settings.Waiting.GetElapsedTime(since);
            var look = left < TimeSpan.Zero ? TimeSpan.Zero : left < LongestLook ? left : LongestLook;
            var (asked, known) = (settings.Waiting.GetTimestamp(), told?.Find(entity));
            var answer = await Call(entity, grain => grain.Settled(version, (int)look.TotalMilliseconds, known?.Version ?? 0), cancellationToken);
            if (records.Read(entity, answer, known) is { } settled) return await Keep(settled, answer, asked);
            if (left <= LongestLook) return null;
        }
    }

    /// <inheritdoc />
    public async Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken) =>
        model.Has(entity.Kind) ? wire.Read<ValueList<RecordedEvent>>(await Call(entity, grain => grain.History(), cancellationToken)) : [];

    private async ValueTask<EntityRecord?> Keep(EntityRecord? record, WireRecord? answer, long at)
    {
        if (record is not null && charters is not null) await charters.Know(record.Charter, CancellationToken.None);
        if (record is not null && answer is { IsNewest: true }) told?.Keep(record, at);
        return record;
    }

    private void Demand(CommandEnvelope envelope)
    {
        if (!model.Of(envelope.Entity).Takes(envelope.Command))
            throw new ArgumentException($"{envelope.Command.GetType().Name} is no command of {envelope.Entity}.", nameof(envelope));
    }

    private async Task<T> Call<T>(EntityId entity, Func<IEntityGrain, Task<T>> call, CancellationToken cancellationToken)
    {
        if (contact is { IsMade: false }) throw new RuntimeUnavailableException("The cluster has not been reached yet.");

        var since = settings.Waiting.GetTimestamp();
        for (var tries = 0; ; tries++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await call(grains.Of(entity));
            }
            catch (UnavailableOnSiloException e)
            {
                throw new RuntimeUnavailableException(e.Message, e);
            }
            catch (Exception e) when (MayPass(e))
            {
                if (settings.Waiting.GetElapsedTime(since) > settings.RequestPatience)
                    throw new RuntimeUnavailableException("The cluster has not answered in time; the outcome is unknown. Repeat the request with the same key.", e);
            }

            await Task.Delay(FirstPause * (1 << Math.Min(tries, 6)), settings.Waiting, cancellationToken);
        }
    }

    /// <summary>Whether a silo was on its way out or in, or too busy, so that the same call may succeed in a moment.</summary>
    private static bool MayPass(Exception e) => e is
        ActivationReloadingException or TimeoutException or OrleansMessageRejectionException or GatewayTooBusyException or LimitExceededException
        or ClientNotAvailableException or Orleans.Runtime.Messaging.ConnectionFailedException;
}
