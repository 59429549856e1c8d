namespace Nsdd311.Silo;

/// <summary>Where a silo stands: joining, joined, or draining before it leaves.</summary>
internal sealed class Readiness
{
    private volatile bool isDraining;
    private volatile bool isJoined;

    public Readiness(IHostApplicationLifetime lifetime)
    {
        // Orleans joins while the host starts, and leaves while it stops.
        lifetime.ApplicationStarted.Register(() => isJoined = true);
        lifetime.ApplicationStopping.Register(() => isDraining = true);
    }

    /// <summary>Whether it takes work.</summary>
    public bool IsJoined => isJoined && !isDraining;

    public string Word => isDraining ? "draining" : isJoined ? "joined" : "joining";
}
