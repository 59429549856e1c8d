using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Alarm;

internal sealed partial class WakeReminder
{
    [LoggerMessage(310, LogLevel.Warning, "The reminder of {Grain} for {Wake} could not be registered.")]
    private static partial void LogNotArmed(ILogger logger, Exception cause, GrainId grain, DateTimeOffset wake);
}
