using System.Text.RegularExpressions;

namespace Nsdd311.House;

/// <summary>Where things stand, so that a newcomer finds them by the name of the file.</summary>
internal static partial class Layout
{
    private static readonly string[] FiveFiles = ["Command", "Event", "State", "Refusal", "Decider"];

    /// <summary>A decider lies beside its commands, events, state and refusals.</summary>
    public static IEnumerable<Violation> OfDecider(string path, string text, Func<string, bool> exists)
    {
        if (!IsDecider().IsMatch(SourceText.Of(text).Code)) yield break;

        if (!path.EndsWith("Decider.cs"))
        {
            yield return new(path, "a decider lies in a file …Decider.cs");
            yield break;
        }

        foreach (var file in FiveFiles.Select(part => path[..^"Decider.cs".Length] + part + ".cs").Where(file => !exists(file)))
            yield return new(path, $"{file} is missing: command, event, state, refusal and decider are five files");
    }

    /// <summary>Log messages are declared in a sibling …Log.cs and nowhere else.</summary>
    public static IEnumerable<Violation> OfLog(string path, string text)
    {
        var code = SourceText.Of(text).Code;
        return path.EndsWith(".Log.cs") ? [] : Violation.ForEach(LogMessage(), path, code, _ => "log messages are declared in a sibling ….Log.cs")
            .Concat(Violation.ForEach(LogCall(), path, code, _ => "log through a [LoggerMessage] method of a ….Log.cs"));
    }

    /// <summary>A test's name is a sentence.</summary>
    public static IEnumerable<Violation> OfTestNames(string path, string text) =>
        from match in TestMethod().Matches(SourceText.Of(text).Code)
        where !match.Groups["name"].Value.Contains('_')
        select new Violation($"{path}:{Violation.LineOf(text, match.Groups["name"].Index)}", $"{match.Groups["name"].Value}: a test is a sentence with underscores");

    // A class that implements it; a constraint on a type parameter is none.
    [GeneratedRegex(@"\bclass\s+\w+((?!\bwhere\b)[^{;:])*:((?!\bwhere\b)[^{;])*\bIDecider<")]
    private static partial Regex IsDecider();

    [GeneratedRegex(@"\[\s*LoggerMessage\b")]
    private static partial Regex LogMessage();

    [GeneratedRegex(@"\.\s*Log(Trace|Debug|Information|Warning|Error|Critical)\s*\(")]
    private static partial Regex LogCall();

    [GeneratedRegex(@"\[\s*(Fact|Theory)\b[^;{=]*?\b(public|internal)\s+(static\s+)?(async\s+)?[\w<>?.\[\]]+\s+(?<name>\w+)\s*\(", RegexOptions.Singleline)]
    private static partial Regex TestMethod();
}
