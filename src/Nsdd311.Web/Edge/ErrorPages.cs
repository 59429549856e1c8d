using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Web.Conventions;

namespace Nsdd311.Web.Edge;

/// <summary>Gives every answer without a body its problem, and turns what was thrown into one. What went wrong inside is logged and never told.</summary>
internal sealed partial class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    /// <summary>Runs the rest of the pipeline.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await ProblemWriter.Write(http, ProblemOf(e, http));
            return;
        }

        if (IsEmptyError(http.Response)) await ProblemWriter.Write(http, ProblemOf(http.Response.StatusCode));
    }

    private static bool IsEmptyError(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 } && string.IsNullOrEmpty(response.ContentType);

    private Problem ProblemOf(Exception thrown, HttpContext http)
    {
        switch (thrown)
        {
            case BadHttpRequestException bad:
                return bad.StatusCode is 413 ? BodyReader.TooLarge(BodyReader.JsonLimit) : ProblemOf(bad.StatusCode);
            case EndOfStreamException:
                return ProblemOf(400);
            case RuntimeUnavailableException or JournalFailedException:
                LogUnavailable(logger, thrown, http.Request.Method, http.GetEndpoint()?.DisplayName);
                return new(503, "runtime.unavailable", "The record cannot be written or confirmed now; repeat the request with the same idempotency key.") { Headers = [new("Retry-After", "2")] };
            default:
                LogFailed(logger, thrown, http.Request.Method, http.GetEndpoint()?.DisplayName);
                return ProblemOf(500);
        }
    }

    private static Problem ProblemOf(int status) => status switch
    {
        400 => new(400, "request.malformed", "The request is not well-formed HTTP; correct it."),
        401 => new(401, "sign-in.required", "Sign in: send a valid bearer token in Authorization."),
        403 => new(403, "sign-in.forbidden", "You are signed in, and this is not for you."),
        404 => Problem.NotFound,
        405 => new(405, "http.method-not-allowed", "This address does not take this method; the header Allow names those that it takes."),
        415 => new(415, "request.media-type", "This address does not take this media type."),
        500 => new(500, "server.error", "Something went wrong here; what was acknowledged is not lost. Repeat the request with the same idempotency key."),
        _ => new(status, "http.error", "The request was not taken."),
    };
}
