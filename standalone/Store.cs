using System.Globalization;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Hosting;
using Nsdd311.Runtime.Journal;
using Nsdd311.Sqlite;

namespace Nsdd311.Standalone;

/// <summary>Opens the store, and sees to it that an exercise never becomes a record of what happened, nor the other way round.</summary>
internal static class Store
{
    /// <summary>What the store in a folder is called there.</summary>
    private const string FileName = "nsdd311.db";
    private const string ClockKey = "exercise-clock";

    /// <summary>Whether a store was made before in the folder or the database; looks and makes nothing.</summary>
    /// <exception cref="StartRefusedException">The database cannot be reached.</exception>
    public static async Task<bool> Exists(Options options)
    {
        if (options.Journal is null) return new FileInfo(Path.Combine(options.Data, FileName)) is { Exists: true, Length: > 0 };

        try
        {
            return await PostgresJournal.Exists(options.Journal);
        }
        catch (StoreUnusableException e)
        {
            throw new StartRefusedException(e.Message, e);
        }
    }

    /// <summary>The store that the options name: a PostgreSQL or the folder.</summary>
    /// <exception cref="StartRefusedException">Somebody else has it, it cannot be used, or it is of the other kind.</exception>
    public static async Task<IJournal> Open(Options options, ILoggerFactory? logs = null)
    {
        try
        {
            if (options.Journal is null) return SqliteJournal.Open(options.Data, TimeProvider.System, logs?.CreateLogger<SqliteJournal>());

            // The folder still holds the key of local sign-in; it is for this user alone.
            if (options.Verb is Verb.Serve) MakeFolder(options.Data);
            return await PostgresJournal.Open(options.Journal, OwnerMode.Alone, logs?.CreateLogger<PostgresJournal>());
        }
        catch (Exception e) when (e is StoreUnusableException or JournalTooNewException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(e.Message, e);
        }
    }

    /// <summary>Where another process may take the store over for a while, the runtime then believes nothing that it has loaded.</summary>
    public static void Follow(IJournal journal, LocalRuntime runtime)
    {
        if (journal is PostgresJournal postgres) postgres.OwnershipLost = runtime.LetGoOfEverything;
    }

    /// <summary>Marks a new store for ever; refuses one that is marked otherwise, or whose exercise is already later.</summary>
    /// <returns>Whether the store is new.</returns>
    public static async Task<bool> Mark(IJournal journal, Options options, CancellationToken cancellationToken)
    {
        var wanted = options.Clock is null ? StoreMark.Live : StoreMark.Exercise;
        var marked = await journal.ReadMeta(StoreMark.Key, cancellationToken);
        if (marked is StoreMark.Exercise && wanted is StoreMark.Live)
            throw new StartRefusedException($"The store in {options.Store} is marked EXERCISE for ever; start it with --clock, or {options.OtherStore}.");
        if (marked is StoreMark.Live && wanted is StoreMark.Exercise)
            throw new StartRefusedException($"The store in {options.Store} is a record and no exercise; start it without --clock, or {options.OtherStore}.");

        if (options.Clock is { } start)
        {
            if (await Reached(journal, cancellationToken) is { } reached && start < reached)
                throw new StartRefusedException($"The clock of this exercise stood at {reached:O} and is never put back; start it with --clock {Typed(reached)} or later.");
            await Remember(journal, start, cancellationToken);
        }

        if (marked is null) await journal.WriteMeta(StoreMark.Key, wanted, cancellationToken);
        return marked is null;
    }

    /// <summary>Notes, at the end, how far the exercise clock has run. A journal that has failed keeps what was noted last.</summary>
    public static async Task RememberAtTheEnd(IJournal journal, DateTimeOffset reached)
    {
        try
        {
            await Remember(journal, reached, CancellationToken.None);
        }
        catch (JournalFailedException)
        {
            // Stopping goes on; the note of the last move still stands.
        }
    }

    /// <summary>Notes how far the exercise clock has come.</summary>
    public static Task Remember(IJournal journal, DateTimeOffset reached, CancellationToken cancellationToken) =>
        journal.WriteMeta(ClockKey, reached.ToString("O"), cancellationToken);

    /// <summary>How far the clock of the exercise is known to have come; null in a new store.</summary>
    /// <remarks>What was noted is where it last moved or stopped in order. A process that was killed noted nothing at its end, and its clock had run on: the rows tell.</remarks>
    private static async Task<DateTimeOffset?> Reached(IJournal journal, CancellationToken cancellationToken)
    {
        DateTimeOffset? noted = await journal.ReadMeta(ClockKey, cancellationToken) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;
        var recorded = await journal.NewestInstant(cancellationToken);
        return recorded is null || noted > recorded ? noted : recorded;
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>An instant as an operator can type it, not earlier than the one given.</summary>
    private static string Typed(DateTimeOffset instant) =>
        instant.AddTicks((TimeSpan.TicksPerSecond - instant.Ticks % TimeSpan.TicksPerSecond) % TimeSpan.TicksPerSecond)
            .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
