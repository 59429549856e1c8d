using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Nsdd311;

/// <summary>Names one request for ever: SHA-256 over who asked, how, where and under which key.</summary>
/// <remarks>The same id is decided once. 32 bytes; written as 64 lower-case hex digits.</remarks>
public readonly record struct CommandId
{
    private readonly string? hex;

    private CommandId(string hex) => this.hex = hex;

    /// <summary>The id made of these parts. Each is prefixed with its length, so that no two lists of parts collide.</summary>
    public static CommandId Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Reads 64 lower-case hex digits; a <see cref="FormatException"/> otherwise.</summary>
    public static CommandId Parse(string text) =>
        text.Length == 64 && text.All(char.IsAsciiHexDigitLower) ? new(text) : throw new FormatException("A command id is 64 lower-case hex digits.");

    /// <summary>The identity of an entity that this command creates: a UUID of version 8 from its first 16 bytes.</summary>
    public Guid ToGuid()
    {
        var bytes = Convert.FromHexString(ToString()).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>The hex digits.</summary>
    public override string ToString() => hex ?? throw new InvalidOperationException("A CommandId was used before it was given a value.");
}
