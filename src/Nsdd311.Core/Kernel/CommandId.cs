using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Nsdd311;

/// <summary>Names one request for ever: SHA-256 over who asked, how, where and under which key.</summary>
/// <remarks>The same id is decided once. 32 bytes; written as 64 lower-case hex digits.</remarks>
public readonly record struct CommandId
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private readonly UInt128 first;
    private readonly UInt128 last;

    private CommandId(ReadOnlySpan<byte> bytes) =>
        (first, last) = (BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    /// <summary>The id made of these parts. Each is prefixed with its length, so that no two lists of parts collide.</summary>
    public static CommandId Of(params ReadOnlySpan<string> parts)
    {
        var most = 0;
        foreach (var part in parts) most += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);

        // Parts are short, but nothing keeps them so.
        var bytes = most <= 1024 ? stackalloc byte[most] : new byte[most];
        var length = 0;
        foreach (var part in parts)
        {
            var count = Encoding.UTF8.GetBytes(part, bytes[(length + sizeof(int))..]);
            BinaryPrimitives.WriteInt32BigEndian(bytes[length..], count);
            length += sizeof(int) + count;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        return new(hash);
    }

    /// <summary>Reads 64 lower-case hex digits; a <see cref="FormatException"/> otherwise.</summary>
    public static CommandId Parse(string text)
    {
        if (text.Length != 64 || text.AsSpan().ContainsAnyExcept(Digits)) throw new FormatException("A command id is 64 lower-case hex digits.");

        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        Convert.FromHexString(text, bytes, out _, out _);
        return new(bytes);
    }

    /// <summary>Takes its 32 bytes; a <see cref="FormatException"/> if there are more or fewer.</summary>
    public static CommandId From(ReadOnlySpan<byte> bytes) =>
        bytes.Length == SHA256.HashSizeInBytes ? new(bytes) : throw new FormatException("A command id is 32 bytes long.");

    /// <summary>The identity of an entity that this command creates: a UUID of version 8 from its first 16 bytes.</summary>
    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Given(first));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Its 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        Write(bytes);
        return bytes;
    }

    /// <summary>The hex digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        Write(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Given(first));
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], last);
    }

    // No hash is all zeros.
    private static UInt128 Given(UInt128 half) =>
        half != UInt128.Zero ? half : throw new InvalidOperationException("A CommandId was used before it was given a value.");
}
