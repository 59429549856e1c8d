using Microsoft.Extensions.Logging;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>The database of a cluster, ready for a silo or a gateway: owned together with the others, its tables up to date, its charters at hand.</summary>
public sealed class ClusterDatabase : IAsyncDisposable
{
    private ClusterDatabase(PostgresJournal journal, CharterShelf charters) => (Journal, Charters) = (journal, charters);

    /// <summary>The journal and what lists are read from.</summary>
    public PostgresJournal Journal { get; }

    /// <summary>The charter in force, and older ones.</summary>
    public CharterShelf Charters { get; }

    /// <summary>Waits for the server, says so, and opens the database.</summary>
    /// <param name="connectionString">Npgsql's; it is never repeated in a message.</param>
    /// <param name="charterFile">The charter's file; null for the one of NSDD-311.</param>
    /// <param name="say">Is told what is being waited for.</param>
    /// <param name="logs">For operators.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StartRefusedException">It cannot be used, or the charter has faults.</exception>
    public static async Task<ClusterDatabase> Open(string connectionString, string? charterFile, Action<string> say, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        var (charter, bytes) = CharterSource.Of(charterFile);
        PostgresJournal? journal = null;
        try
        {
            journal = await Waiting.ForServer(() => PostgresJournal.Open(connectionString, OwnerMode.Together, logs.CreateLogger<PostgresJournal>()), say, cancellationToken);
            await Waiting.ForServer(() => OrleansTables.Apply(connectionString, cancellationToken), say, cancellationToken);
            await StoreMark.DemandLive(journal, cancellationToken);
            return new(journal, await CharterShelf.Open(journal, charter, bytes, CharterSource.Stored, cancellationToken));
        }
        catch (Exception e)
        {
            if (journal is not null) await journal.DisposeAsync();
            if (e is StoreUnusableException or JournalTooNewException or JournalFailedException or JournalDamagedException) throw new StartRefusedException(e.Message, e);
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Journal.DisposeAsync();
}
