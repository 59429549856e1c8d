using Microsoft.Extensions.Logging;

namespace Nsdd311.Runtime.Engine;

internal sealed partial class Alarm
{
    [LoggerMessage(210, LogLevel.Error, "The journal could not be asked who is due; asked again in a moment.")]
    private static partial void LogSweepFailed(ILogger logger, Exception cause);

    [LoggerMessage(211, LogLevel.Error, "{Entity} was due and could not be woken; tried again in a moment.")]
    private static partial void LogRingFailed(ILogger logger, Exception cause, EntityId entity);
}
