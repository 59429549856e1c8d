using Nsdd311.Grains.Wire;
using Nsdd311.Runtime;

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

    private readonly IGrainFactory grains;
    private readonly VettingModel model;
    private readonly WireFormat wire;
    private readonly ClusterSettings settings;
    private readonly RosterAtHand? roster;

    internal OrleansRuntime(IGrainFactory grains, VettingModel model, WireFormat wire, ClusterSettings settings, RosterAtHand? roster = null) =>
        (this.grains, this.model, this.wire, this.settings, this.roster) = (grains, model, wire, settings, roster);

    /// <inheritdoc />
    public async Task<Reply> Execute(CommandEnvelope envelope, CancellationToken cancellationToken)
    {
        Demand(envelope);
        var command = wire.Write(envelope);
        return wire.Read<Reply>(await Call(envelope.Entity, grain => grain.Execute(command), cancellationToken))!;
    }

    /// <inheritdoc />
    public async Task<ReplyAndRecord> ExecuteAndSettle(CommandEnvelope envelope, TimeSpan patience, CancellationToken cancellationToken)
    {
        Demand(envelope);
        var since = settings.Waiting.GetTimestamp();
        var look = patience < LongestLook ? patience : LongestLook;
        var command = wire.Write(new SettlingCommand(envelope, (int)look.TotalMilliseconds));
        var outcome = wire.Read<ReplyAndRecord>(await Call(envelope.Entity, grain => grain.ExecuteAndSettle(command), cancellationToken))!;
        if (outcome is not { IsSettled: false, Reply: Reply.Accepted accepted } || settings.Waiting.GetElapsedTime(since) >= patience) return outcome;

        return await Settled(envelope.Entity, accepted.Version, patience - settings.Waiting.GetElapsedTime(since), cancellationToken) is { } settled
            ? outcome with { Record = settled, IsSettled = true }
            : outcome;
    }

    /// <inheritdoc />
    public async Task<EntityRecord?> Read(EntityId entity, long? version, CancellationToken cancellationToken)
    {
        if (!model.Has(entity.Kind)) return null;

        var question = wire.Write(new ReadQuestion(version));
        return wire.Read<EntityRecord>(await Call(entity, grain => grain.Read(question), cancellationToken));
    }

    /// <summary>The roster's durable state if it is newer than a version; else null. Asks once.</summary>
    internal async Task<EntityRecord?> NewerRoster(long version) =>
        wire.Read<EntityRecord>(await grains.Of(EntityId.Roster).Read(wire.Write(new ReadQuestion(null, version))));

    /// <inheritdoc />
    /// <remarks>A gateway follows the roster and has it at hand while it is fresh; it has no other entity in memory.</remarks>
    public EntityRecord? AtHand(EntityId entity) => entity == EntityId.Roster ? roster?.Fresh : null;

    /// <inheritdoc />
    public async Task<EntityRecord?> Settled(EntityId entity, long version, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = settings.Waiting.GetTimestamp();
        while (true)
        {
            var left = patience - settings.Waiting.GetElapsedTime(since);
            var look = left < TimeSpan.Zero ? TimeSpan.Zero : left < LongestLook ? left : LongestLook;
            var question = wire.Write(new SettledQuestion(version, (int)look.TotalMilliseconds));
            if (wire.Read<EntityRecord>(await Call(entity, grain => grain.Settled(question), cancellationToken)) is { } settled) return settled;
            if (left <= LongestLook) return null;
        }
    }

    /// <inheritdoc />
    public async Task<ValueList<RecordedEvent>> History(EntityId entity, CancellationToken cancellationToken) =>
        model.Has(entity.Kind) ? wire.Read<ValueList<RecordedEvent>>(await Call(entity, grain => grain.History(), cancellationToken)) : [];

    private void Demand(CommandEnvelope envelope)
    {
        if (!model.Of(envelope.Entity).Takes(envelope.Command))
            throw new ArgumentException($"{envelope.Command.GetType().Name} is no command of {envelope.Entity}.", nameof(envelope));
    }

    private async Task<WireEnvelope> Call(EntityId entity, Func<IEntityGrain, Task<WireEnvelope>> call, CancellationToken cancellationToken)
    {
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
