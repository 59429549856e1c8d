using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;

namespace Nsdd311.Grains.Engine;

/// <summary>Is given each new durable state of the roster; null where nobody wants it.</summary>
internal sealed record RosterListener(Action<EntityRecord>? Moved);

/// <summary>Follows the roster's durable head in the journal, since its grain may live on another silo.</summary>
/// <remarks>
/// The silo of the grain hears of a change before anybody is answered, the others at most <see cref="ClusterSettings.RosterAge"/> later. So the relieved
/// may act for as long; whoever is not known in a seat is looked for before anybody is refused, for a gateway may know more than this silo.
/// </remarks>
internal sealed partial class RosterFollower(SiloEngine silo) : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private readonly CancellationTokenSource stopped = new();
    private readonly SemaphoreSlim oneAtATime = new(1);
    private EntityVersion? last;
    private Task following = Task.CompletedTask;

    public void Participate(ISiloLifecycle observer) => observer.Subscribe(nameof(RosterFollower), ServiceLifecycleStage.ApplicationServices, Start, Stop);

    public void Dispose()
    {
        stopped.Dispose();
        oneAtATime.Dispose();
    }

    /// <summary>Takes over what the journal has of the roster by now.</summary>
    /// <exception cref="RuntimeUnavailableException">The journal does not answer.</exception>
    public async Task Look(CancellationToken cancellationToken)
    {
        if (silo.Roster.Moved is not { } moved || !silo.Model.Has(EntityKinds.Roster)) return;

        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await Follow(moved, cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task Start(CancellationToken cancellationToken)
    {
        await Look(cancellationToken);
        following = Task.Run(FollowOn, CancellationToken.None);
    }

    private async Task Stop(CancellationToken cancellationToken)
    {
        await stopped.CancelAsync();
        await following;
    }

    private async Task FollowOn()
    {
        while (!stopped.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(silo.Settings.RosterAge / 2, silo.Settings.Waiting, stopped.Token);
                await Look(stopped.Token);
            }
            catch (OperationCanceledException) when (stopped.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // Whatever it is: a silo that follows the roster no more would let the relieved act, and one that fails to stop would not stop the rest.
                LogNotFollowed(silo.Log, e);
            }
        }
    }

    private async Task Follow(Action<EntityRecord> moved, CancellationToken cancellationToken)
    {
        var kind = silo.Model.Of(EntityId.Roster);
        var at = last ?? EntityVersion.Initial(kind, EntityId.Roster);
        var rows = await silo.Journal.Read(EntityId.Roster, at.Version + 1, cancellationToken);
        if (rows.Count == 0) return;

        last = rows.Aggregate(at, (version, row) => version.After(kind, row, kind.ReadEvent(row.Type, row.Payload.Span)));
        moved(new(EntityId.Roster, last.Version, last.State, silo.Around.CharterOf(kind, last)));
    }
}
