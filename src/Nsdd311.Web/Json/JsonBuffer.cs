using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;

namespace Nsdd311.Web.Json;

/// <summary>Memory that answers are written into before they are sent: their length and their hash go ahead of them. Used again and again, a few at a time.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int Usual = 16 * 1024;
    private const int Largest = 256 * 1024;
    private static readonly ObjectPool<JsonBuffer> Pool = new DefaultObjectPool<JsonBuffer>(new OfUsualSize());
    private readonly ArrayBufferWriter<byte> bytes = new(Usual);
    private readonly Utf8JsonWriter writer;

    private JsonBuffer() => writer = new(bytes, new JsonWriterOptions { SkipValidation = true, MaxDepth = WebJson.MaxDepth });

    /// <summary>The view as JSON; its memory is given back with <see cref="Dispose"/>.</summary>
    public static JsonBuffer Of(object view)
    {
        var buffer = Pool.Get();
        try
        {
            JsonSerializer.Serialize(buffer.writer, view, view.GetType(), AnswerJson.Options);
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes.WrittenMemory;

    /// <inheritdoc />
    public void Dispose() => Pool.Return(this);

    private sealed class OfUsualSize : PooledObjectPolicy<JsonBuffer>
    {
        public override JsonBuffer Create() => new();

        /// <summary>Nothing that was read stays behind, and a buffer that had to grow far for a rare answer is let go.</summary>
        public override bool Return(JsonBuffer used)
        {
            used.bytes.Clear();
            used.writer.Reset();
            return used.bytes.Capacity <= Largest;
        }
    }
}
