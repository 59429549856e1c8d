using System.Text.RegularExpressions;

namespace Nsdd311.House;

/// <summary>A file fits a head, a block fits a screen, a host is a table of contents.</summary>
internal static partial class Sizes
{
    public const int MostLinesOfFile = 250;
    public const int MostLinesOfBlock = 45;
    public const int MostLinesOfProgram = 50;

    public static IEnumerable<Violation> OfFile(string path, string text)
    {
        var most = path.EndsWith("/Program.cs") ? MostLinesOfProgram : MostLinesOfFile;
        var lines = text.AsSpan().TrimEnd().Count('\n') + 1;
        if (lines > most) yield return new(path, $"{lines} lines; at most {most}, or a reason in the list of exceptions");
    }

    /// <summary>
    /// Every pair of braces that is not a type's or a namespace's: methods, their blocks, switch expressions, initializers. A method that is too
    /// long holds itself; whatever else is too long makes its method so.
    /// </summary>
    public static IEnumerable<Violation> OfBlocks(string path, string text)
    {
        var code = SourceText.Of(text).Code;
        var open = new Stack<int>();
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '{') open.Push(i);
            if (code[i] != '}' || !open.TryPop(out var start)) continue;

            var header = HeaderOf(code, start);
            var lines = code.AsSpan(start, i - start).Count('\n') + 1;
            if (lines <= MostLinesOfBlock || HoldsMembers().IsMatch(header)) continue;

            yield return new($"{path}:{Violation.LineOf(code, start)}", $"a block of {lines} lines; at most {MostLinesOfBlock}, a screen");
        }
    }

    private static string HeaderOf(string code, int brace)
    {
        var start = code.LastIndexOfAny([';', '{', '}'], brace - 1) + 1;
        return brace == 0 ? "" : code[start..brace];
    }

    [GeneratedRegex(@"\b(namespace|class|record|struct|interface|enum|extension)\b")]
    private static partial Regex HoldsMembers();
}
