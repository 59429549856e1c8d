using Microsoft.Extensions.Logging;

namespace Nsdd311.Runtime.Engine;

internal sealed partial class Payers
{
    [LoggerMessage(200, LogLevel.Warning, "{Debtor} could not pay what it owes; tried again in {Pause}.")]
    private static partial void LogPaymentFailed(ILogger logger, Exception cause, EntityId debtor, TimeSpan pause);

    [LoggerMessage(201, LogLevel.Critical, "{Debtor} still owes after {Tries} tries. An operator must look.")]
    private static partial void LogStillOwing(ILogger logger, EntityId debtor, int tries);
}
