using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Conventions;

/// <summary>What a handler answers: a representation with its version, or a problem.</summary>
internal sealed class Answer : IResult
{
    private readonly Problem? problem;
    private readonly ReadOnlyMemory<byte> body;
    private readonly long? version;

    private Answer(int status, ReadOnlyMemory<byte> body, long? version, Problem? problem)
    {
        Status = status;
        this.body = body;
        this.version = version;
        this.problem = problem;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Where the entity is; null if nowhere else than asked.</summary>
    public string? Location { get; init; }

    /// <summary>The next page; null if this is the last or no list.</summary>
    public string? Next { get; init; }

    /// <summary>As what the body is sent.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>The name under which a browser keeps a file, which it never shows by itself; null if it is no file.</summary>
    public string? FileName { get; init; }

    /// <summary>A representation. With a version it gets an ETag: the version, and a hash of what this reader sees.</summary>
    public static Answer Of(int status, object view, long? version = null, string? location = null) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), WebJson.Options), version, null) { Location = location };

    /// <summary>A page of a list with the address of the next one.</summary>
    public static Answer Page(object view, string? next) =>
        new(200, JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), WebJson.Options), null, null) { Next = next };

    /// <summary>The bytes of a file.</summary>
    public static Answer File(ReadOnlyMemory<byte> bytes, string mediaType, string name, long version) =>
        new(200, bytes, version, null) { MediaType = mediaType, FileName = name };

    /// <summary>A problem.</summary>
    public static implicit operator Answer(Problem problem) => new(problem.Status, default, null, problem);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null) return ProblemWriter.Write(httpContext, problem);

        var response = httpContext.Response;
        if (version is { } number) response.Headers.ETag = $"\"{number}-{Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 8))}\"";
        if (Location is not null) response.Headers.Location = Location;
        if (Next is not null) response.Headers.Link = $"<{Next}>; rel=\"next\"";

        response.StatusCode = Status;
        response.ContentType = MediaType;
        if (FileName is not null) response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
