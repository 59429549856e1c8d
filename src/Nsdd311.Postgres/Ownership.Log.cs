using Microsoft.Extensions.Logging;

namespace Nsdd311.Postgres;

internal sealed partial class Ownership
{
    [LoggerMessage(1, LogLevel.Error, "The owner's lock on the {Place} is lost. Nothing is read or written until it is held again.")]
    private static partial void LogLost(ILogger logger, string place);

    [LoggerMessage(2, LogLevel.Warning, "The owner's session failed.")]
    private static partial void LogFailed(ILogger logger, Exception cause);

    [LoggerMessage(3, LogLevel.Information, "The owner's lock on the {Place} is held again.")]
    private static partial void LogHeldAgain(ILogger logger, string place);

    [LoggerMessage(4, LogLevel.Error, "The {Place} is now in use by {Holder}. Stop that process; this one goes on by itself then.")]
    private static partial void LogTaken(ILogger logger, string place, string holder);
}
