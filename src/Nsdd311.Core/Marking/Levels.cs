namespace Nsdd311.Marking;

/// <summary>How levels are written. Their order is that of <see cref="Level"/>.</summary>
public static class Levels
{
    /// <summary>The level in a banner: <c>CONFIDENTIAL</c>.</summary>
    public static string NameOf(Level level) => level switch
    {
        Level.Unclassified => "UNCLASSIFIED",
        Level.Confidential => "CONFIDENTIAL",
        Level.Secret => "SECRET",
        Level.TopSecret => "TOP SECRET",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
    };

    /// <summary>The level in a portion mark: <c>C</c>.</summary>
    public static string LettersOf(Level level) => level switch
    {
        Level.Unclassified => "U",
        Level.Confidential => "C",
        Level.Secret => "S",
        Level.TopSecret => "TS",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not a level."),
    };

    /// <summary>Reads what <see cref="LettersOf"/> writes; null if it is no level.</summary>
    public static Level? TryParse(string? letters) => letters switch
    {
        "U" => Level.Unclassified,
        "C" => Level.Confidential,
        "S" => Level.Secret,
        "TS" => Level.TopSecret,
        _ => null,
    };
}
