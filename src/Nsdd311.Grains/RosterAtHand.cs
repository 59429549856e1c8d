using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nsdd311.Runtime;

namespace Nsdd311.Grains;

/// <summary>Follows the roster for a gateway: each request there asks who its caller is, and that is no call to a silo each time.</summary>
internal sealed partial class RosterAtHand(Lazy<OrleansRuntime> runtime, FirstContact contact, ClusterSettings settings, ILogger<RosterAtHand> logger) : BackgroundService
{
    private volatile Seen? seen;

    /// <summary>The roster if it is known to have been the newest within <see cref="ClusterSettings.RosterAge"/>; else null, and one has to ask.</summary>
    public EntityRecord? Fresh => seen is { } now && settings.Waiting.GetElapsedTime(now.At) <= settings.RosterAge ? now.Roster : null;

    /// <summary>Looks once.</summary>
    public async Task Look()
    {
        // The clock is read first: what comes is at least as new as this.
        var at = settings.Waiting.GetTimestamp();
        seen = new(await runtime.Value.Roster(seen?.Roster), at);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await contact.Made.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Look();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LogNotSeen(logger, e);
            }

            await Task.Delay(settings.RosterAge / 2, settings.Waiting, stoppingToken);
        }
    }

    private sealed record Seen(EntityRecord? Roster, long At);
}
