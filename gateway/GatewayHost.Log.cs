namespace Nsdd311.Gateway;

internal static partial class GatewayHost
{
    [LoggerMessage(400, LogLevel.Information, "The roster was founded before; '{File}' changes nothing. Persons are appointed through the API.")]
    private static partial void LogFoundedBefore(ILogger logger, string file);
}
