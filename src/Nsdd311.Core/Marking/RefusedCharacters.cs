using System.Buffers;

namespace Nsdd311.Marking;

/// <summary>Characters that hide, reorder or break text and are taken in none: controls but line feed and tab, and the bidirectional overrides and isolates.</summary>
public static class RefusedCharacters
{
    private static readonly SearchValues<char> Refused = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(code => code is not '\n' and not '\t').Select(code => (char)code),
         .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code),
         .. Enumerable.Range(0x202A, 5).Select(code => (char)code),
         .. Enumerable.Range(0x2066, 4).Select(code => (char)code)]);

    /// <summary>The first refused character of a text; null if it is clean.</summary>
    public static char? FirstIn(ReadOnlySpan<char> text) => text.IndexOfAny(Refused) is var index and >= 0 ? text[index] : null;
}
