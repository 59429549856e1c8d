using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains;

internal sealed partial class RosterAtHand
{
    [LoggerMessage(340, LogLevel.Information, "The roster could not be looked up; tried again in a moment, and whoever asks meanwhile asks the cluster.")]
    private static partial void LogNotSeen(ILogger logger, Exception cause);
}
