using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Nsdd311.Web.Edge;

namespace Nsdd311.Web.Conventions;

/// <summary>A file and what is said of it.</summary>
/// <param name="About">The content of the JSON part.</param>
/// <param name="MediaType">Of the file, without parameters, in lower case; empty if it says none.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Hash">The name of the bytes.</param>
/// <param name="Digest">Of both parts, however they were wrapped.</param>
internal sealed record SentFile<TBody>(TBody About, string MediaType, ReadOnlyMemory<byte> Bytes, ContentHash Hash, string Digest);

/// <summary>Reads a body of two parts (multipart/form-data, RFC 7578) as it comes in: the JSON part <c>about</c>, and the file <c>content</c>.</summary>
internal static class FormParts
{
    /// <summary>As what it is sent.</summary>
    public const string MediaType = "multipart/form-data";

    /// <summary>The JSON part.</summary>
    public const string About = "about";

    /// <summary>The file.</summary>
    public const string Content = "content";

    private const int AboutLimit = 64 * 1024;
    private const int HeadersLimit = 4 * 1024;

    /// <summary>What parts, boundaries and headers may take beside the file.</summary>
    private const int Beside = AboutLimit + (8 * HeadersLimit);

    /// <summary>Both parts, or the problem that names the one at fault.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The largest file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Got<SentFile<TBody>>> Read<TBody>(HttpRequest request, int limit, CancellationToken cancellationToken)
        where TBody : notnull
    {
        BodyReader.LetCome(request.HttpContext, limit + Beside);
        if (request.ContentLength > limit + Beside) return TooLarge(limit);
        if (!BodyReader.IsOfType(request, MediaType)) return BodyReader.Unsupported(MediaType);
        if (HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).Value is not { Length: > 0 and <= 70 } boundary) return NotMultipart;

        try
        {
            var reader = new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = HeadersLimit };
            var parts = await Parts(reader, limit, request.ContentLength, cancellationToken);
            await SocketThreads.Leave();
            return parts.Try(out var read, out var problem) ? Together<TBody>(read) : problem;
        }
        catch (BadHttpRequestException e) when (e.StatusCode is 413)
        {
            return TooLarge(limit);
        }
        catch (Exception e) when (e is InvalidDataException || e.GetType() == typeof(IOException))
        {
            // What is thrown over a part that is wrapped wrongly, or over a body that ends within one.
            return NotMultipart;
        }
    }

    private static Problem NotMultipart { get; } =
        new(400, "request.not-multipart", $"The body is no complete {MediaType}; send a part '{About}' with JSON and a part '{Content}' with the file.");

    private static Problem TooLarge(int limit) => Problem.At(413, "request.too-large", Content, $"The file is larger than {limit} bytes; send a smaller one.");

    private static Problem Member(string code, string name, string what) => Problem.At(400, code, name, $"The part '{name}' {what}.");

    private static async Task<Got<Dictionary<string, Part>>> Parts(MultipartReader reader, int limit, long? length, CancellationToken cancellationToken)
    {
        Dictionary<string, Part> parts = [];
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;
            if (name is not (About or Content)) return new Problem(400, "request.member-unknown", $"The body has a part that is neither '{About}' nor '{Content}'; leave it out.");
            if (parts.ContainsKey(name)) return Member("request.member-doubled", name, "is there twice; send it once");

            var most = name is Content ? limit : AboutLimit;
            if (await Read(section.Body, most, length, cancellationToken) is not { } bytes)
                return name is Content ? TooLarge(limit) : Problem.At(413, "request.too-large", About, $"The part '{About}' is larger than {AboutLimit} bytes; send less.");

            parts.Add(name, new(MediaTypeHeaderValue.TryParse(section.ContentType, out var type) ? type.MediaType.Value!.ToLowerInvariant() : "", bytes));
        }

        return parts;
    }

    /// <summary>The bytes of a part, into one buffer; null as soon as there are more than the limit.</summary>
    private static async Task<ReadOnlyMemory<byte>?> Read(Stream part, int limit, long? length, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream((int)Math.Min(length ?? 0, limit));
        var chunk = new byte[16 * 1024];
        for (int read; (read = await part.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (buffer.Length + read > limit) return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    private static Got<SentFile<TBody>> Together<TBody>(Dictionary<string, Part> parts)
        where TBody : notnull
    {
        if (!parts.TryGetValue(About, out var about)) return Member("request.member-missing", About, "is missing; send JSON in it");
        if (!parts.TryGetValue(Content, out var content)) return Member("request.member-missing", Content, "is missing; send the file in it");
        if (about.MediaType is not ("" or "application/json")) return Problem.At(415, "request.media-type", About, $"Send the part '{About}' as application/json.");

        var json = about.Bytes.Span;
        if (!BodyReader.Parse<TBody>(json).Try(out var body, out var problem)) return problem;

        var hash = ContentHash.Of(content.Bytes.Span);
        var digest = CommandHeaders.DigestOf(Encoding.UTF8.GetBytes($"{CommandHeaders.DigestOf(json)} {content.MediaType} {hash}"));
        return new SentFile<TBody>(body, content.MediaType, content.Bytes, hash, digest);
    }

    private sealed record Part(string MediaType, ReadOnlyMemory<byte> Bytes);
}
