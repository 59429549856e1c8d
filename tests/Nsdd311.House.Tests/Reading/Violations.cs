using System.Text.RegularExpressions;

namespace Nsdd311.House;

/// <summary>A place where the house does not look as agreed.</summary>
/// <param name="Where">File, and line where there is one.</param>
/// <param name="What">The rule and what to do.</param>
internal sealed record Violation(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";

    /// <summary>Every match of a pattern, with its line.</summary>
    public static IEnumerable<Violation> ForEach(Regex pattern, string path, string text, Func<Match, string> what) =>
        pattern.Matches(text).Select(match => new Violation($"{path}:{LineOf(text, match.Index)}", what(match)));

    public static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;
}

internal static class Violations
{
    /// <summary>Nothing found; otherwise the message lists every place.</summary>
    public static void ShouldBeNone(this IEnumerable<Violation> violations) =>
        string.Join('\n', violations.Select(violation => violation.ToString())).Should().BeEmpty();
}
