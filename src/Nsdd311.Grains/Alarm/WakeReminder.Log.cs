using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Alarm;

internal sealed partial class WakeReminder
{
    [LoggerMessage(310, LogLevel.Warning, "The reminder of {Grain} could not be set to {Wake}.")]
    private static partial void LogNotSet(ILogger logger, Exception cause, GrainId grain, DateTimeOffset? wake);
}
