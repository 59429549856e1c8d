using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Conventions;

/// <summary>Reads a body once: its bytes for the digest, its content for the command.</summary>
internal static class BodyReader
{
    /// <summary>The largest JSON body.</summary>
    public const int JsonLimit = 1024 * 1024;

    /// <summary>How much beyond its limit a body is still taken off the wire: whoever sends it then reads the answer, and does not meet a connection that broke.</summary>
    public const int Leftover = 4 * 1024 * 1024;

    /// <summary>Has the server let a body come that is larger than JSON may be. Before anything of it is read.</summary>
    public static void LetCome(HttpContext http, int limit)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit + Leftover;
    }

    /// <summary>The bytes of the body, or 413 as soon as there are more than the limit.</summary>
    public static async ValueTask<Got<byte[]>> ReadBytes(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit) return TooLarge(limit);
        if (request.ContentLength is 0) return Array.Empty<byte>();

        if (request.ContentLength is { } length)
        {
            var exact = new byte[length];
            await request.Body.ReadExactlyAsync(exact, cancellationToken);
            return exact;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > limit) return TooLarge(limit);
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    /// <summary>The same in memory that is given back once the body has been read.</summary>
    public static async ValueTask<Got<SentBody>> Rent(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength is not { } length || length is 0 || length > limit)
            return (await ReadBytes(request, limit, cancellationToken)).Try(out var bytes, out var problem) ? new SentBody(bytes, bytes.Length, isRented: false) : problem;

        var body = new SentBody(ArrayPool<byte>.Shared.Rent((int)length), (int)length, isRented: true);
        try
        {
            await request.Body.ReadExactlyAsync(body.Memory, cancellationToken);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Whether the body says that it is of this media type, in UTF-8.</summary>
    public static bool IsOfType(HttpRequest request, string mediaType) =>
        string.Equals(request.ContentType, mediaType, StringComparison.OrdinalIgnoreCase)
        || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The content of the bytes, or the problem that names the member.</summary>
    public static Got<TBody> Parse<TBody>(ReadOnlySpan<byte> utf8)
        where TBody : notnull
    {
        if (!Utf8.IsValid(utf8)) return new Problem(400, "request.not-utf8", "The body is not valid UTF-8; send it as UTF-8.");

        try
        {
            return JsonSerializer.Deserialize<TBody>(utf8, WebJson.Options) is { } body
                ? body
                : new Problem(400, "request.not-an-object", "The body is null; send a JSON object.");
        }
        catch (JsonException fault)
        {
            return JsonFaults.ProblemOf(fault, utf8);
        }
    }

    /// <summary>What is answered to a body of another media type.</summary>
    public static Problem Unsupported(string wanted) => new(415, "request.media-type", $"Send the body as {wanted} in UTF-8.");

    /// <summary>What is answered to a body that is too large.</summary>
    public static Problem TooLarge(int limit) => new(413, "request.too-large", $"The body is larger than {limit} bytes; send less.");
}

/// <summary>A body as it was sent.</summary>
/// <param name="buffer">Holds it.</param>
/// <param name="length">How much of it the body is.</param>
/// <param name="isRented">Whether the buffer is given back, emptied.</param>
internal sealed class SentBody(byte[] buffer, int length, bool isRented) : IDisposable
{
    /// <summary>Its bytes; until it is given back.</summary>
    public Memory<byte> Memory => buffer.AsMemory(0, length);

    /// <inheritdoc cref="Memory" />
    public ReadOnlySpan<byte> Bytes => Memory.Span;

    /// <inheritdoc />
    public void Dispose()
    {
        if (!isRented) return;

        Memory.Span.Clear();
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
