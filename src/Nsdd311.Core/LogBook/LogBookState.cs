namespace Nsdd311.LogBook;

/// <summary>A year's series: its last number and nothing else.</summary>
/// <param name="Last">The last serial given; 0 before the first.</param>
public sealed record LogBookState(int Last);
