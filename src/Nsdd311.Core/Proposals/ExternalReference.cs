namespace Nsdd311.Proposals;

/// <summary>Where a matter is filed outside this log: "System II 90597" (1-domain, section 3). A filing datum and unclassified, as a log number is.</summary>
/// <param name="System">The filing system; letters, digits, spaces and hyphens, so that it holds no free words.</param>
/// <param name="Year">The year of the number where the system counts by years; null elsewhere.</param>
/// <param name="Number">The number in that system, as it is written there.</param>
public sealed record ExternalReference(string System, int? Year, string Number)
{
    /// <summary>Characters of a system or a number, at most.</summary>
    public const int Longest = 40;

    /// <summary>References of one matter, at most.</summary>
    public const int Most = 20;
}
