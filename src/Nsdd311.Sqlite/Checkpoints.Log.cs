using Microsoft.Extensions.Logging;

namespace Nsdd311.Sqlite;

internal sealed partial class Checkpoints
{
    [LoggerMessage(110, LogLevel.Warning, "What was committed could not be brought from SQLite's log into the journal's file. Nothing is lost, but the log grows; tried again while commits go on.")]
    private static partial void LogFailed(ILogger logger, Exception cause);

    [LoggerMessage(111, LogLevel.Information, "What was committed is brought into the journal's file again.")]
    private static partial void LogSucceededAgain(ILogger logger);
}
