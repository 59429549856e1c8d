using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>Waits for a server that is not there yet: in a cluster everything starts at once.</summary>
public static class Waiting
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Does the work as soon as the server answers. Whatever else stands in the way is thrown.</summary>
    /// <param name="work">What needs the server.</param>
    /// <param name="say">Is told once that it is being waited for, and why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<T> ForServer<T>(Func<Task<T>> work, Action<string> say, CancellationToken cancellationToken)
    {
        for (var isSaid = false; ; isSaid = true)
        {
            try
            {
                return await work();
            }
            catch (StoreUnusableException e) when (IsNotThereYet(e.InnerException))
            {
                if (!isSaid) say($"Waiting for PostgreSQL: {e.Message}");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>The same for work without an answer.</summary>
    /// <param name="work">What needs the server.</param>
    /// <param name="say">Is told once that it is being waited for, and why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task ForServer(Func<Task> work, Action<string> say, CancellationToken cancellationToken) => ForServer(
        async () =>
        {
            await work();
            return true;
        },
        say, cancellationToken);

    private static bool IsNotThereYet(Exception? cause) => cause switch
    {
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        PostgresException => false,
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or TimeoutException or IOException } => true,
        _ => false,
    };
}
