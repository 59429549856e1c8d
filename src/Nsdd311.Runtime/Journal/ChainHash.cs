using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Nsdd311.Runtime.Journal;

/// <summary>A link of an entity's chain: 32 bytes of SHA-256.</summary>
public readonly struct ChainHash : IEquatable<ChainHash>
{
    private const string Format = "nsdd311-journal/1";
    private readonly byte[]? bytes;

    private ChainHash(byte[] bytes) => this.bytes = bytes;

    /// <summary>What the first row of an entity follows: the hash of the entity's key.</summary>
    public static ChainHash Root(EntityId entity) => new(SHA256.HashData(Encoding.UTF8.GetBytes(entity.ToString())));

    /// <summary>A stored hash.</summary>
    public static ChainHash From(ReadOnlySpan<byte> stored) =>
        stored.Length == 32 ? new(stored.ToArray()) : throw new JournalDamagedException("A stored hash is not 32 bytes long.");

    /// <summary>
    /// The hash of a row over length-prefixed format, previous hash, entity, sequence, type, instant in µs, actor, command id, body digest,
    /// charter version, roster version and the exact stored bytes. The chain verifies without any key.
    /// </summary>
    public static ChainHash Of(JournalRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Format);
        Add(hash, row.PreviousHash.AsSpan());
        Add(hash, row.Entity.ToString());
        Add(hash, row.Sequence);
        Add(hash, row.Type);
        Add(hash, Instants.ToMicroseconds(row.At));
        Add(hash, row.Actor);
        Add(hash, row.Command.ToString());
        Add(hash, row.Digest);
        Add(hash, row.Charter.ToString());
        Add(hash, row.RosterSequence);
        Add(hash, row.Payload.Span);
        return new(hash.GetHashAndReset());
    }

    /// <summary>The 32 bytes.</summary>
    public ReadOnlySpan<byte> AsSpan() => bytes ?? throw new InvalidOperationException("A hash was used before it was given a value.");

    /// <summary>A copy of the 32 bytes.</summary>
    public byte[] ToArray() => AsSpan().ToArray();

    /// <inheritdoc />
    public bool Equals(ChainHash other) => bytes.AsSpan().SequenceEqual(other.bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ChainHash other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => bytes is null ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);

    /// <summary>Lower-case hex.</summary>
    public override string ToString() => Convert.ToHexStringLower(AsSpan());

    /// <summary>Whether both are the same link.</summary>
    public static bool operator ==(ChainHash left, ChainHash right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ChainHash left, ChainHash right) => !left.Equals(right);

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Add(hash, bytes);
    }

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        hash.AppendData(length);
        hash.AppendData(field);
    }
}
