using Npgsql;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>The tables of Orleans' ADO.NET providers (membership, reminders, grain state) and the statements by which they reach them.</summary>
/// <remarks>Ours, for PostgreSQL 15 or newer: a primary key on each table, an index for the range reads of reminders, and no read before a write.</remarks>
public static class OrleansTables
{
    /// <summary>Makes or upgrades them, one process at a time; a process that comes later finds them done. Silos and gateways call it before they join.</summary>
    /// <param name="connectionString">Npgsql's, of the database of the journal; it is never repeated in a message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnusableException">The database cannot be used.</exception>
    /// <exception cref="JournalTooNewException">A newer version of this program made them.</exception>
    public static async Task Apply(string connectionString, CancellationToken cancellationToken)
    {
        var settings = ConnectionSettings.Of(connectionString);
        try
        {
            await using var connection = new NpgsqlConnection(settings.Single);
            await connection.OpenAsync(cancellationToken);
            await SchemaScripts.OfOrleans.Apply(connection, cancellationToken);
        }
        catch (Exception e) when (PostgresFaults.IsFault(e))
        {
            throw new StoreUnusableException($"The {settings.Place} cannot be used: {PostgresFaults.ForOperators(e)}", e);
        }
    }
}
