using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Alarm;

public sealed partial class SweepGrain
{
    [LoggerMessage(320, LogLevel.Error, "{Entity} was due and could not be woken; tried again in a minute.")]
    private static partial void LogRingFailed(ILogger logger, Exception cause, EntityId entity);
}
