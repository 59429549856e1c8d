namespace Nsdd311.Simulation;

/// <summary>Something did not hold. The message begins with the seed, and the seed is the bug report.</summary>
internal sealed class BrokenInvariantException(string message) : Exception(message);
