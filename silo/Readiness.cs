namespace Nsdd311.Silo;

/// <summary>Where a silo stands: joining, from its first moment on, joined, or draining before it leaves.</summary>
internal sealed class Readiness
{
    private volatile bool isDraining;
    private volatile bool isJoined;

    /// <summary>Whether it takes work.</summary>
    public bool IsJoined => isJoined && !isDraining;

    /// <summary>Whether it has yet to take any.</summary>
    public bool IsJoining => !isJoined && !isDraining;

    public string Word => IsJoining ? "joining" : IsJoined ? "joined" : "draining";

    /// <summary>Follows the host of Orleans, which joins while it starts and leaves while it stops.</summary>
    public void Follow(IHostApplicationLifetime lifetime)
    {
        lifetime.ApplicationStarted.Register(() => isJoined = true);
        lifetime.ApplicationStopping.Register(() => isDraining = true);
    }
}
