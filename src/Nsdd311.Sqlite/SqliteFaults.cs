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
    public static Exception Of(SqliteException e) => e.SqliteErrorCode switch
    {
        Full => new JournalFailedException("The disk that holds the journal is full. Make room; nothing that was acknowledged is lost, and work goes on by itself.", e),
        ReadOnly => new JournalFailedException("The journal's file cannot be written. Restore the right to write to it; nothing that was acknowledged is lost, and work goes on by itself.", e),
        CannotOpen => new JournalFailedException("The journal's file cannot be opened.", e),
        Corrupt or NotADatabase => new JournalDamagedException($"The journal's file is damaged or no store: {e.Message}", e),
        Busy or Locked or Interrupted => new JournalFailedException("The journal's file is busy.", mayHaveHappened: true, e),
        _ => new JournalFailedException("The journal's file failed.", mayHaveHappened: true, e),
    };
}
