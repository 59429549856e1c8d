using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Engine;

internal sealed partial class RosterFollower
{
    [LoggerMessage(302, LogLevel.Warning, "The roster could not be followed; tried again in a moment.")]
    private static partial void LogNotFollowed(ILogger logger, Exception cause);
}
