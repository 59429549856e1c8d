using System.Net.Sockets;
using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>What a failure of PostgreSQL means to the journal.</summary>
internal static class PostgresFaults
{
    /// <summary>The same failure in the journal's words, with what to do about it. Callers see them: they name neither server nor file.</summary>
    public static Exception Of(Exception e) => e switch
    {
        PostgresException server => OfServer(server),
        NpgsqlException { InnerException: TimeoutException } => Unknown("PostgreSQL has not answered in time.", e),
        NpgsqlException or SocketException or IOException or TimeoutException => Unknown("The connection to PostgreSQL is lost.", e),
        _ => e,
    };

    /// <summary>The same failure for whoever starts the program.</summary>
    public static string ForOperators(Exception e) => e is PostgresException server ? $"{server.MessageText} ({server.SqlState})." : e.Message;

    /// <summary>Whether it is a failure of PostgreSQL or of the way there, and no mistake of this program.</summary>
    public static bool IsFault(Exception e) => e is NpgsqlException or SocketException or IOException or TimeoutException;

    /// <summary>Whether the connection is of no more use.</summary>
    public static bool IsLost(Exception e) => e is not PostgresException server || server.SqlState[..2] is "57" or "08" || server.Severity is "FATAL" or "PANIC";

    /// <summary>Whether a row of the batch cannot be stored whatever is tried: a command that is recorded already, or a value that no column takes.</summary>
    public static bool IsOfOneAppend(Exception e) => e is PostgresException { SqlState: [_, _, ..] state } && state[..2] is "21" or "22" or "23" or "54";

    private static Exception OfServer(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.DiskFull => Certain("The disk that holds PostgreSQL's data is full. Make room; nothing that was acknowledged is lost, and work goes on by itself.", e),
        PostgresErrorCodes.ReadOnlySqlTransaction => Certain("PostgreSQL only reads here: it is a standby. Name the primary; nothing that was acknowledged is lost.", e),
        PostgresErrorCodes.InsufficientPrivilege => Certain("PostgreSQL does not allow it. Give this role the right to its own tables.", e),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new JournalDamagedException("PostgreSQL's data is damaged. Check its disks and restore what it says is broken.", e),
        PostgresErrorCodes.CannotConnectNow => Unknown("PostgreSQL is starting or stopping.", e),
        // A transaction that the server rolled back for another's sake, or a server that stops: the same bytes again.
        [_, _, ..] state when state[..2] is "40" or "53" or "55" or "57" or "58" or "08" or "XX" => Unknown("PostgreSQL could not do it now.", e),
        _ => Certain($"PostgreSQL failed ({e.SqlState}).", e),
    };

    private static JournalFailedException Certain(string message, Exception cause) => new(message, cause);

    private static JournalFailedException Unknown(string message, Exception cause) => new(message, mayHaveHappened: true, cause);
}
