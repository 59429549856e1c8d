using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Sqlite;

/// <summary>A journal in one SQLite file: write-ahead log, flushed at every commit. One process owns its folder.</summary>
public sealed partial class SqliteJournal : IJournal
{
    private const string FileName = "nsdd311.db";

    private readonly StoreLock owner;
    private readonly Database database;
    private readonly BearingMattersAtHand bearing;
    private readonly Lock committing = new();

    private SqliteJournal(StoreLock owner, Database database)
    {
        this.owner = owner;
        this.database = database;
        bearing = new(ReadBearing);
    }

    /// <summary>Opens the store in a folder; makes both if they are missing, for this user alone.</summary>
    /// <param name="folder">Where the file is.</param>
    /// <param name="clock">Tells others since when the folder is taken.</param>
    /// <param name="logger">For operators.</param>
    /// <exception cref="StoreUnusableException">Somebody else has it, it cannot be written, or what lies there is no store.</exception>
    /// <exception cref="JournalTooNewException">A newer version of this program wrote it.</exception>
    public static SqliteJournal Open(string folder, TimeProvider clock, ILogger<SqliteJournal>? logger = null)
    {
        MakeFolder(folder);
        var owner = StoreLock.Take(folder, clock.GetUtcNow());
        var database = new Database(Path.Combine(folder, FileName), logger ?? NullLogger<SqliteJournal>.Instance);
        try
        {
            MakeFile(database.Path);
            database.Write(_ => true);
            return new(owner, database);
        }
        catch (Exception e) when (e is JournalFailedException or JournalDamagedException or IOException or UnauthorizedAccessException)
        {
            Close(owner, database);
            throw new StoreUnusableException($"'{database.Path}': {e.Message}", e);
        }
        catch
        {
            Close(owner, database);
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<SnapshotAndRows> ReadFromSnapshot(EntityId entity, CancellationToken cancellationToken)
    {
        // Questions to a file are answered without a wait, so two of them cost what one would.
        var snapshot = await Read("select seq, hash, fold_version, bytes from snapshot where entity = ?1",
            row => new Snapshot(row.Number(0), row.Hash(1), row.Text(2), row.Bytes(3)), rows => rows.FirstOrDefault(), entity.ToString());
        return new(snapshot, await Read(entity, snapshot?.Sequence ?? 1, cancellationToken));
    }

    /// <inheritdoc />
    public Task WriteSnapshot(EntityId entity, Snapshot snapshot, CancellationToken cancellationToken) =>
        Write("insert or replace into snapshot (entity, seq, hash, fold_version, bytes) values (?1, ?2, ?3, ?4, ?5)",
            entity.ToString(), snapshot.Sequence, snapshot.Hash.ToArray(), snapshot.FoldVersion, snapshot.Bytes);

    /// <inheritdoc />
    public Task WriteCharter(CharterVersion version, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Write("insert or ignore into charter (version, bytes) values (?1, ?2)", version.ToString(), bytes);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<CharterVersion, ReadOnlyMemory<byte>>> ReadCharters(CancellationToken cancellationToken) =>
        Read("select version, bytes from charter", row => (Version: new CharterVersion(row.Text(0)), Bytes: (ReadOnlyMemory<byte>)row.Bytes(1)),
            IReadOnlyDictionary<CharterVersion, ReadOnlyMemory<byte>> (rows) => rows.ToDictionary(row => row.Version, row => row.Bytes));

    /// <inheritdoc />
    public Task WriteContent(ContentHash hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Write("insert or ignore into content (hash, bytes) values (?1, ?2)", hash.ToArray(), bytes);

    /// <inheritdoc />
    public Task<ReadOnlyMemory<byte>?> ReadContent(ContentHash hash, CancellationToken cancellationToken) =>
        Read("select bytes from content where hash = ?1", row => (ReadOnlyMemory<byte>?)row.Bytes(0), rows => rows.FirstOrDefault(), hash.ToArray());

    /// <inheritdoc />
    public Task<string?> ReadMeta(string key, CancellationToken cancellationToken) =>
        Read("select value from meta where key = ?1", row => row.Text(0), rows => rows.FirstOrDefault(), key);

    /// <inheritdoc />
    public Task WriteMeta(string key, string value, CancellationToken cancellationToken) =>
        Write("insert or replace into meta (key, value) values (?1, ?2)", key, value);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Close(owner, database);
        return ValueTask.CompletedTask;
    }

    /// <summary>For tests: what somebody with access to the file does to the rows.</summary>
    internal void Tamper(string sql) => database.Write(writer => { writer.RunAll(sql); return true; });

    /// <summary>For tests: a pragma under which every writing connection works from now on; it stands for what a disk does.</summary>
    internal string? OnEveryWriter
    {
        set => database.Restrict(value);
    }

    private static void Close(StoreLock owner, Database database)
    {
        database.Dispose();
        owner.Dispose();
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) return;

            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnusableException($"The folder '{folder}' cannot be made: {e.Message}", e);
        }
    }

    /// <summary>The file is for this user alone before SQLite puts anything into it; its log files take over its rights.</summary>
    private static void MakeFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }

    private Task Write(string sql, params Value[] values)
    {
        database.Write(writer => writer.For(sql).Run(values));
        return Task.CompletedTask;
    }

    private Task<TResult> Read<TRow, TResult>(string sql, Func<Row, TRow> read, Func<List<TRow>, TResult> all, params Value[] values) =>
        Task.FromResult(database.Read(connection => all(connection.For(sql).Rows(read, values))));
}
