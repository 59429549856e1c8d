using Nsdd311.Grains.Engine;
using Nsdd311.Grains.Wire;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Nsdd311.Grains;

/// <summary>A loaded entity as a grain. No rule lives here: it owns a copy and hands everything to the engine.</summary>
/// <remarks>
/// Reentrant, because an entity does not wait for its own commit before it decides the next command; what keeps that safe is that the engine
/// decides in one synchronous block. Placed on the silo that was asked, forgotten when idle: docs/adr/0009-where-a-grain-lives.md has the reasons.
/// </remarks>
[Reentrant, PreferLocalPlacement]
public abstract class EntityGrain(SiloEngine silo) : Grain, IEntityGrain, IRemindable
{
    private HeldEntity held = null!;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        held = new(this.EntityId(), silo, GrainContext, TaskScheduler.Current);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => held.Leave(cancellationToken);

    /// <inheritdoc />
    public async Task<WireEnvelope> Execute(WireCommand command) => silo.Wire.Write(await held.Execute(silo.Commands.Read(held.Id, command)));

    /// <inheritdoc />
    public Task<WireAnswer> ExecuteAndSettle(WireCommand command, int milliseconds, long known) =>
        held.ExecuteAndSettle(command, TimeSpan.FromMilliseconds(milliseconds), known);

    /// <inheritdoc />
    public async Task<WireRecord?> Read(long? version, long known)
    {
        var record = await held.Read(version);
        return silo.Records.Write(held.Copy, record, known);
    }

    /// <inheritdoc />
    public async Task<WireRecord?> Settled(long version, int milliseconds, long known)
    {
        var record = await held.Settled(version, TimeSpan.FromMilliseconds(milliseconds));
        return silo.Records.Write(held.Copy, record, known);
    }

    /// <inheritdoc />
    public async Task<WireEnvelope> History() => silo.Wire.Write(await held.History());

    /// <inheritdoc />
    public Task Load() => held.BeLoaded();

    /// <inheritdoc />
    public Task Ring() => held.Ring();

    /// <inheritdoc />
    public Task ReceiveReminder(string reminderName, TickStatus status) => held.Tick();
}
