using System.Security.Cryptography;

namespace Nsdd311;

/// <summary>The name of bytes that are kept beside the journal: their SHA-256. The same bytes have the same name, and what lies under a name can be checked.</summary>
/// <remarks>32 bytes; written as 64 lower-case hex digits.</remarks>
public readonly record struct ContentHash
{
    private readonly string? hex;

    private ContentHash(string hex) => this.hex = hex;

    /// <summary>The name of these bytes.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Reads 64 lower-case hex digits; a <see cref="FormatException"/> otherwise.</summary>
    public static ContentHash Parse(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigitLower) ? new(text) : throw new FormatException("The name of a content is 64 lower-case hex digits.");

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray() => Convert.FromHexString(ToString());

    /// <summary>The hex digits.</summary>
    public override string ToString() => hex ?? throw new InvalidOperationException("A ContentHash was used before it was given a value.");
}
