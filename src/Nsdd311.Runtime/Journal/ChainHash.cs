using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Nsdd311.Runtime.Journal;

/// <summary>A link of an entity's chain: 32 bytes of SHA-256.</summary>
public readonly struct ChainHash : IEquatable<ChainHash>
{
    private const string Format = "nsdd311-journal/1";
    private const int MostKept = 64 * 1024;
    [ThreadStatic] private static ArrayBufferWriter<byte>? gathering;
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
        // Gathered first and hashed at once: a call of the hash for each field costs more than the hash.
        var fields = gathering ??= new();
        fields.ResetWrittenCount();
        Add(fields, Format);
        Add(fields, row.PreviousHash.AsSpan());
        Add(fields, row.Entity.ToString());
        Add(fields, row.Sequence);
        Add(fields, row.Type);
        Add(fields, Instants.ToMicroseconds(row.At));
        Add(fields, row.Actor);
        Add(fields, row.Command.ToString());
        Add(fields, row.Digest);
        Add(fields, row.Charter.ToString());
        Add(fields, row.RosterSequence);
        Add(fields, row.Payload.Span);
        var hash = new ChainHash(SHA256.HashData(fields.WrittenSpan));
        if (fields.Capacity > MostKept) gathering = null;
        return hash;
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

    private static void Add(ArrayBufferWriter<byte> fields, string text)
    {
        AddLength(fields, Encoding.UTF8.GetByteCount(text));
        fields.Advance(Encoding.UTF8.GetBytes(text, fields.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    private static void Add(ArrayBufferWriter<byte> fields, long number)
    {
        AddLength(fields, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(fields.GetSpan(sizeof(long)), number);
        fields.Advance(sizeof(long));
    }

    private static void Add(ArrayBufferWriter<byte> fields, ReadOnlySpan<byte> field)
    {
        AddLength(fields, field.Length);
        fields.Write(field);
    }

    private static void AddLength(ArrayBufferWriter<byte> fields, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(fields.GetSpan(sizeof(int)), length);
        fields.Advance(sizeof(int));
    }
}
