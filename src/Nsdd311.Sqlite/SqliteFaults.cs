using Microsoft.Data.Sqlite;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Sqlite;

/// <summary>What a failure of SQLite means to the journal.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Interrupted = 9;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>The same failure in the journal's words, with what to do about it.</summary>
    public static Exception Of(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        Full => new JournalFailedException($"The disk that holds '{path}' is full. Make room; nothing that was acknowledged is lost, and work goes on by itself.", e),
        ReadOnly => new JournalFailedException($"'{path}' cannot be written. Restore the right to write there; nothing that was acknowledged is lost, and work goes on by itself.", e),
        CannotOpen => new JournalFailedException($"'{path}' cannot be opened: {e.Message}", e),
        Corrupt or NotADatabase => new JournalDamagedException($"'{path}' is damaged or no store: {e.Message}", e),
        Busy or Locked or Interrupted => new JournalFailedException($"'{path}' is busy.", mayHaveHappened: true, e),
        _ => new JournalFailedException($"'{path}' failed: {e.Message}", mayHaveHappened: true, e),
    };
}
