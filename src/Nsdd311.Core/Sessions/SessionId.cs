using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Nsdd311.Charters;

namespace Nsdd311.Sessions;

/// <summary>A session of a body by its number in the year: <c>ig-1988-07</c>, <c>sig-1988-03</c> (1-domain, section 2).</summary>
/// <param name="Body">Whose.</param>
/// <param name="Year">Of the day on which it is held, in the charter's zone.</param>
/// <param name="Number">From 1, without gaps in the year; the body's book gives it.</param>
public readonly record struct SessionId(BodyKind Body, int Year, int Number) : IParsable<SessionId>
{
    /// <summary>Reads what <see cref="ToString"/> writes; a <see cref="FormatException"/> otherwise.</summary>
    public static SessionId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is no session.");

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing else that could mean the same; false otherwise.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SessionId result)
    {
        result = default;
        if (s is not { Length: <= 20 } || s.Split('-') is not [var body, var year, var number]) return false;
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)) return false;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1) return false;

        result = new(body is "ig" ? BodyKind.Ig : BodyKind.Sig, y, n);
        return result.ToString() == s;
    }

    /// <summary>The body's name as a key and in words of a request: <c>ig</c> or <c>sig</c>.</summary>
    public static string NameOf(BodyKind body) => body is BodyKind.Ig ? "ig" : "sig";

    /// <summary>Body, year, number of two digits or more.</summary>
    public override string ToString() => $"{NameOf(Body)}-{Year:D4}-{Number:D2}";
}
