using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Alarm;

internal sealed partial class SweepStart
{
    [LoggerMessage(330, LogLevel.Warning, "The sweep for overdue entities could not be started; tried again in a moment.")]
    private static partial void LogNotStarted(ILogger logger, Exception cause);
}
