using Microsoft.Extensions.Logging;

namespace Nsdd311.Web.Edge;

internal sealed partial class ErrorPages
{
    [LoggerMessage(300, LogLevel.Error, "{Method} {Endpoint} failed.")]
    private static partial void LogFailed(ILogger logger, Exception cause, string method, string? endpoint);

    [LoggerMessage(301, LogLevel.Warning, "{Method} {Endpoint}: the runtime did not answer.")]
    private static partial void LogUnavailable(ILogger logger, Exception cause, string method, string? endpoint);
}
