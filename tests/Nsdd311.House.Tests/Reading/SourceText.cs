using System.Text;

namespace Nsdd311.House;

/// <summary>
/// A C# file told apart into code, comments and string literals, so that a rule about code is not fooled by a sentence. It knows every kind
/// of literal that the language has, holes included; it knows no grammar.
/// </summary>
internal sealed class SourceText
{
    private readonly string text;
    private readonly Part[] parts;

    private SourceText(string text)
    {
        this.text = text;
        parts = new Part[text.Length];
        ReadCode(0, closesHole: 0);
    }

    private enum Part : byte
    {
        Code,
        Comment,
        Literal,
    }

    /// <summary>The file with comments and literals blanked; lines and columns stay.</summary>
    public string Code => Only(Part.Code);

    /// <summary>The file with all but its comments blanked.</summary>
    public string Comments => Only(Part.Comment);

    /// <summary>The file with its comments blanked.</summary>
    public string CodeAndLiterals => Blank(part => part != Part.Comment);

    public static SourceText Of(string text) => new(text);

    private string Only(Part wanted) => Blank(part => part == wanted);

    private string Blank(Func<Part, bool> keep)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++) result.Append(text[i] is '\n' || keep(parts[i]) ? text[i] : ' ');
        return result.ToString();
    }

    /// <summary>Reads code from <paramref name="at"/>; inside a hole it stops after the braces that close it.</summary>
    private int ReadCode(int at, int closesHole)
    {
        var depth = 0;
        while (at < text.Length)
        {
            if (Starts(at, "//")) at = Mark(at, LineEnd(at), Part.Comment);
            else if (Starts(at, "/*")) at = Mark(at, After(at + 2, "*/"), Part.Comment);
            else if (text[at] == '\'') at = ReadCharacter(at);
            else if (text[at] is '"' or '$' or '@' && LiteralAt(at) is { } literal) at = ReadLiteral(at, literal);
            else if (closesHole > 0 && depth == 0 && text[at] == '}') return Mark(at, at + closesHole, Part.Literal);
            else
            {
                depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
                at++;
            }
        }

        return at;
    }

    private int ReadCharacter(int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is not '\'' and not '\n') end += text[end] == '\\' ? 2 : 1;
        return Mark(at, Math.Min(end + 1, text.Length), Part.Literal);
    }

    private Literal? LiteralAt(int at)
    {
        var (dollars, verbatim) = (0, false);
        for (; at < text.Length && text[at] is '$' or '@'; at++)
        {
            if (text[at] == '$') dollars++;
            else verbatim = true;
        }

        var quotes = 0;
        while (at + quotes < text.Length && text[at + quotes] == '"') quotes++;
        if (quotes == 0) return null;

        return quotes >= 3 && !verbatim ? new(dollars, verbatim, quotes, at + quotes) : new(dollars, verbatim, Raw: 0, at + 1);
    }

    private int ReadLiteral(int start, Literal literal)
    {
        var at = Mark(start, literal.Begin, Part.Literal);
        while (at < text.Length)
        {
            if (literal.Raw > 0 && Starts(at, new string('"', literal.Raw))) return Mark(at, at + literal.Raw, Part.Literal);
            if (literal.Raw == 0 && text[at] == '"' && !(literal.IsVerbatim && Starts(at, "\"\""))) return Mark(at, at + 1, Part.Literal);

            if (OpensHole(at, literal)) at = ReadCode(Mark(at, at + Braces(literal), Part.Literal), Braces(literal));
            else at = Mark(at, Math.Min(at + Step(at, literal), text.Length), Part.Literal);
        }

        return at;
    }

    private static int Braces(Literal literal) => literal.Raw > 0 ? literal.Dollars : 1;

    private bool OpensHole(int at, Literal literal) =>
        literal.Dollars > 0 && Starts(at, new string('{', Braces(literal))) && !(literal.Raw == 0 && Starts(at, "{{"));

    private int Step(int at, Literal literal)
    {
        if (literal.Raw > 0) return 1;
        if (!literal.IsVerbatim && text[at] == '\\') return 2;
        return Starts(at, "\"\"") || (literal.Dollars > 0 && Starts(at, "{{")) ? 2 : 1;
    }

    private bool Starts(int at, string with) => string.CompareOrdinal(text, at, with, 0, with.Length) == 0;

    private int LineEnd(int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    private int After(int at, string end) => text.IndexOf(end, Math.Min(at, text.Length), StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : text.Length;

    private int Mark(int from, int to, Part part)
    {
        Array.Fill(parts, part, from, Math.Min(to, text.Length) - from);
        return to;
    }

    private readonly record struct Literal(int Dollars, bool IsVerbatim, int Raw, int Begin);
}
