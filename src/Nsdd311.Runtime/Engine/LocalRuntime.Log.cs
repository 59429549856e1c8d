using Microsoft.Extensions.Logging;

namespace Nsdd311.Runtime.Engine;

public sealed partial class LocalRuntime
{
    [LoggerMessage(220, LogLevel.Error, "Work in the background failed.")]
    private static partial void LogBackgroundFailed(ILogger logger, Exception cause);
}
