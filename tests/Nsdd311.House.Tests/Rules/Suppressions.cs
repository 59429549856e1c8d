using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Nsdd311.House;

/// <summary>Whoever silences a warning says why, at that place and by the warning's name.</summary>
internal static partial class Suppressions
{
    public static IEnumerable<Violation> InCode(string path, string text)
    {
        var lines = text.Split('\n');
        var code = SourceText.Of(text).CodeAndLiterals.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Disable().IsMatch(code[i]) && !Reason().IsMatch(lines[i]) && !(i > 0 && Reason().IsMatch(lines[i - 1])))
                yield return new($"{path}:{i + 1}", "a pragma carries its reason on its line or on the line above");

            if (Suppress().IsMatch(SourceText.Of(lines[i]).Code) && !lines[i].Contains("Justification ="))
                yield return new($"{path}:{i + 1}", "SuppressMessage carries its Justification on the same line");
        }
    }

    /// <summary>A project's <c>NoWarn</c> stands right under a comment that names each warning.</summary>
    public static IEnumerable<Violation> InProject(string path, string xml) =>
        from noWarn in XDocument.Parse(xml).Descendants("NoWarn")
        let comment = noWarn.NodesBeforeSelf().LastOrDefault(node => node is not XText) as XComment
        from id in WarningId().Matches(noWarn.Value).Select(match => match.Value)
        where comment is null || !comment.Value.Contains(id)
        select new Violation(path, $"NoWarn {id} needs its reason, by that name, in the comment right above");

    /// <summary>Every rule that .editorconfig turns off belongs to a paragraph that begins with a comment.</summary>
    public static IEnumerable<Violation> InEditorConfig(string path, string text)
    {
        var hasReason = false;
        foreach (var (line, number) in text.Split('\n').Select((line, index) => (line.Trim(), index + 1)))
        {
            var isOff = TurnedOff().IsMatch(line);
            if (line.StartsWith('#')) hasReason = true;
            else if (!isOff) hasReason = false;
            else if (!hasReason) yield return new($"{path}:{number}", "a rule that is turned off stands under a comment that says why");
        }
    }

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable\b")]
    private static partial Regex Disable();

    [GeneratedRegex(@"//\s*\w+.*\w")]
    private static partial Regex Reason();

    [GeneratedRegex(@"\[\s*(assembly\s*:\s*)?((System\.)?Diagnostics\.CodeAnalysis\.)?(Unconditional)?SuppressMessage\b")]
    private static partial Regex Suppress();

    [GeneratedRegex(@"\b[A-Za-z]{2,10}\d{3,5}\b")]
    private static partial Regex WarningId();

    [GeneratedRegex(@"^dotnet_diagnostic\.\w+\.severity\s*=\s*(none|silent)")]
    private static partial Regex TurnedOff();
}
