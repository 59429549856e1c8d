using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Alarm;

public sealed partial class SweepGrain
{
    [LoggerMessage(320, LogLevel.Error, "{Entity} was due and could not be woken; tried again in a minute.")]
    private static partial void LogRingFailed(ILogger logger, Exception cause, EntityId entity);

    [LoggerMessage(321, LogLevel.Warning, "The journal could not be asked who is overdue; asked again in a moment.")]
    private static partial void LogLookFailed(ILogger logger, Exception cause);
}
