using Microsoft.Extensions.Logging;

namespace Nsdd311.Postgres;

internal sealed partial class Ownership
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The owner's lock on the {Place} is lost. Nothing is read or written until it is held again.")]
    private static partial void LogLost(ILogger logger, string place);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The owner's session failed.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 4, Level = LogLevel.Error, Message = "The {Place} is now in use by {Holder}. Stop that process; this one goes on by itself then.")]
    private static partial void LogTaken(ILogger logger, string place, string holder);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "The owner's lock on the {Place} is held again.")]
    private static partial void LogHeldAgain(ILogger logger, string place);
}
