namespace Nsdd311.Marking;

/// <summary>The mark of one portion, as it is written between parentheses: <c>U</c>, <c>C</c>, <c>S//NF</c>, <c>TS//REL TO USA, GBR</c>.</summary>
/// <remarks>A level, then after a double slash its controls. The default value is a missing mark.</remarks>
public readonly record struct PortionMark
{
    /// <summary>What is longer than <c>TS</c> has controls.</summary>
    private const int LongestLevel = 2;

    private readonly string? text;

    private PortionMark(string text, Level level)
    {
        this.text = text;
        Level = level;
    }

    /// <summary>Unclassified without controls.</summary>
    public static PortionMark Unclassified { get; } = new("U", Level.Unclassified);

    /// <summary>The level; meaningless if the mark is missing.</summary>
    public Level Level { get; }

    /// <summary>Whether the author gave no mark.</summary>
    public bool IsMissing => text is null;

    /// <summary>The controls after the level, upper case: <c>NF</c>, <c>REL TO USA, GBR</c>.</summary>
    public ValueList<string> Controls => text is { Length: > LongestLevel } ? text.Split("//")[1..].ToValueList() : [];

    /// <summary>Reads a mark without parentheses; false if its level or form is unknown.</summary>
    public static bool TryParse(string? text, out PortionMark mark)
    {
        mark = default;
        if (text is null or { Length: > 60 }) return false;

        // Most marks are a level and nothing else.
        if (Levels.TryParse(text) is { } plain)
        {
            mark = new(text, plain);
            return true;
        }

        var parts = text.Split("//");
        if (Levels.TryParse(parts[0]) is not { } level || !parts.Skip(1).All(IsControl)) return false;

        mark = new(text, level);
        return true;
    }

    /// <summary>Reads a mark; a <see cref="FormatException"/> if it is none.</summary>
    public static PortionMark Parse(string text) => TryParse(text, out var mark) ? mark : throw new FormatException($"'{text}' is not a portion mark.");

    private static bool IsControl(string text) => text.Length > 0 && text == text.Trim() && text.All(IsOfControls);

    private static bool IsOfControls(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is ' ' or ',' or '-' or '/';

    /// <summary>The mark as it is written; empty if missing.</summary>
    public override string ToString() => text ?? "";
}
