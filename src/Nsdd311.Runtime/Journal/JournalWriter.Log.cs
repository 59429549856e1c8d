using Microsoft.Extensions.Logging;

namespace Nsdd311.Runtime.Journal;

public sealed partial class JournalWriter
{
    [LoggerMessage(100, LogLevel.Warning, "The journal did not confirm {Count} appends; the same bytes are sent again.")]
    private static partial void LogSameBytesAgain(ILogger logger, Exception cause, int count);

    [LoggerMessage(101, LogLevel.Error, "The journal did not take {Count} appends; their entities are loaded again.")]
    private static partial void LogBatchFailed(ILogger logger, Exception cause, int count);
}
