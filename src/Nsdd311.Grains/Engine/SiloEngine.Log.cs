using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Engine;

public sealed partial class SiloEngine
{
    [LoggerMessage(300, LogLevel.Error, "Work in the background failed.")]
    private static partial void LogBackgroundFailed(ILogger logger, Exception cause);
}
