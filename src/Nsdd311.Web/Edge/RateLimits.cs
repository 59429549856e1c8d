namespace Nsdd311.Web.Edge;

/// <summary>How many requests one subject may send; before sign-in, one address.</summary>
/// <param name="PerSecond">Lasting rate.</param>
/// <param name="Burst">The most at once.</param>
public sealed record RateLimits(int PerSecond = 20_000, int Burst = 40_000);
