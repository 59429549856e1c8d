using System.IO.Hashing;
using Microsoft.AspNetCore.Http;
using Nsdd311.Web.Json;

namespace Nsdd311.Web.Conventions;

/// <summary>What a handler answers: a representation with its version, or a problem.</summary>
internal sealed class Answer : IResult
{
    private const string JsonType = "application/json";
    private readonly Problem? problem;
    private readonly object? view;
    private readonly ReadOnlyMemory<byte> file;
    private readonly long? version;

    private Answer(int status, Problem? problem, object? view, ReadOnlyMemory<byte> file, long? version)
    {
        Status = status;
        this.problem = problem;
        this.view = view;
        this.file = file;
        this.version = version;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>Where the entity is; null if nowhere else than asked.</summary>
    public string? Location { get; init; }

    /// <summary>The next page; null if this is the last or no list.</summary>
    public string? Next { get; init; }

    /// <summary>As what the body is sent.</summary>
    public string MediaType { get; init; } = JsonType;

    /// <summary>The name under which a browser keeps a file, which it never shows by itself; null if it is no file.</summary>
    public string? FileName { get; init; }

    /// <summary>A representation. With a version it gets an ETag: the version, and a hash of what this reader sees.</summary>
    public static Answer Of(int status, object view, long? version = null, string? location = null) => new(status, null, view, default, version) { Location = location };

    /// <summary>A page of a list with the address of the next one.</summary>
    public static Answer Page(object view, string? next) => new(200, null, view, default, null) { Next = next };

    /// <summary>The bytes of a file.</summary>
    public static Answer File(ReadOnlyMemory<byte> bytes, string mediaType, string name, long version) =>
        new(200, null, null, bytes, version) { MediaType = mediaType, FileName = name };

    /// <summary>A problem.</summary>
    public static implicit operator Answer(Problem problem) => new(problem.Status, problem, null, default, null);

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null)
        {
            await ProblemWriter.Write(httpContext, problem);
            return;
        }

        using var json = view is null ? null : JsonBuffer.Of(view);
        await Send(httpContext, json?.Bytes ?? file);
    }

    private ValueTask Send(HttpContext http, ReadOnlyMemory<byte> body)
    {
        var response = http.Response;
        if (version is { } number) response.Headers.ETag = TagOf(number, body.Span);
        if (Location is not null) response.Headers.Location = Location;
        if (Next is not null) response.Headers.Link = $"<{Next}>; rel=\"next\"";

        response.StatusCode = Status;
        response.ContentType = MediaType;
        if (FileName is not null) response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? ValueTask.CompletedTask : response.Body.WriteAsync(body, http.RequestAborted);
    }

    // It tells two answers apart and keeps no secret: a hash that is cheap will do.
    private static string TagOf(long version, ReadOnlySpan<byte> body) => $"\"{version}-{XxHash3.HashToUInt64(body):x16}\"";
}
