using System.Globalization;

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

    /// <summary>The member that no reference can hold; null if all are well.</summary>
    internal string? Fault =>
        !Holds(System, " -") ? "system"
        : Year is < PaperForm.FirstYear or > PaperForm.LastYear ? "year"
        : !Holds(Number, "-/.") ? "number"
        : null;

    /// <summary>Reads <c>System II,90597</c> or <c>System II,1988,90597</c>: a comma stands in no part of a reference.</summary>
    public static ExternalReference? Read(string text)
    {
        var parts = text.Split(',');
        var year = parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
        if (parts.Length is not (2 or 3) || (parts.Length == 3 && year is null)) return null;

        var reference = new ExternalReference(parts[0], year, parts[^1]);
        return reference.Fault is null ? reference : null;
    }

    private static bool Holds(string text, string besides) =>
        text is { Length: > 0 and <= Longest } && text.Trim() == text && text.All(sign => char.IsAsciiLetterOrDigit(sign) || besides.Contains(sign, StringComparison.Ordinal));
}
