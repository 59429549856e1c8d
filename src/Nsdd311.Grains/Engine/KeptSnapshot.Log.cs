using Microsoft.Extensions.Logging;

namespace Nsdd311.Grains.Engine;

internal sealed partial class KeptSnapshot
{
    [LoggerMessage(301, LogLevel.Warning, "The snapshot of {Grain} was written by another activation; what is kept is read again.")]
    private static partial void LogInconsistent(ILogger logger, Exception cause, GrainId grain);

    [LoggerMessage(303, LogLevel.Warning, "The snapshot of {Grain} cannot be read now; its journal is read as a whole.")]
    private static partial void LogUnread(ILogger logger, Exception cause, GrainId grain);
}
