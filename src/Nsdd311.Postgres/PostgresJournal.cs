using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;

namespace Nsdd311.Postgres;

/// <summary>A journal in PostgreSQL 15 or newer: one connection that appends, one that owns, and a pool that reads.</summary>
public sealed partial class PostgresJournal : IJournal
{
    private readonly Ownership owner;
    private readonly Writer writer;
    private readonly Readers readers;
    private readonly BearingMattersAtHand? bearing;

    private PostgresJournal(Ownership owner, ConnectionSettings settings, OwnerMode mode)
    {
        this.owner = owner;
        readers = new(settings);
        if (mode is OwnerMode.Alone) bearing = new(ReadBearing);
        writer = new(settings, bearing);
        // Until a runtime says what is to be done besides, only what is at hand here is forgotten.
        OwnershipLost = null;
    }

    /// <summary>
    /// Is called when the owner's lock was lost, and again before it counts as held: another process may have moved what is loaded here, so a
    /// runtime throws all of it away (<see cref="Runtime.Engine.LocalRuntime.LetGoOfEverything"/>).
    /// </summary>
    public Action? OwnershipLost
    {
        get;
        set
        {
            field = value;
            owner.Lost = () =>
            {
                bearing?.Forget();
                value?.Invoke();
            };
        }
    }

    /// <summary>Takes the database and brings its schema up to this program's.</summary>
    /// <param name="connectionString">Npgsql's; it is never repeated in a message.</param>
    /// <param name="mode">Whether others may own it too.</param>
    /// <param name="logger">For operators.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnusableException">Somebody else has it, or it cannot be used.</exception>
    /// <exception cref="JournalTooNewException">A newer version of this program wrote it.</exception>
    public static async Task<PostgresJournal> Open(
        string connectionString, OwnerMode mode, ILogger<PostgresJournal>? logger = null, CancellationToken cancellationToken = default)
    {
        var settings = ConnectionSettings.Of(connectionString);
        try
        {
            var owner = await Ownership.Take(settings, mode, logger ?? NullLogger<PostgresJournal>.Instance, cancellationToken);
            try
            {
                await PrepareSchema(settings, cancellationToken);
                return new(owner, settings, mode);
            }
            catch
            {
                await owner.DisposeAsync();
                throw;
            }
        }
        catch (Exception e) when (PostgresFaults.IsFault(e))
        {
            throw new StoreUnusableException($"The {settings.Place} cannot be used: {PostgresFaults.ForOperators(e)}", e);
        }
    }

    /// <summary>Whether the database holds a store; looks and makes nothing.</summary>
    /// <param name="connectionString">Npgsql's; it is never repeated in a message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnusableException">It cannot be reached.</exception>
    public static async Task<bool> Exists(string connectionString, CancellationToken cancellationToken = default)
    {
        var settings = ConnectionSettings.Of(connectionString);
        try
        {
            await using var connection = new NpgsqlConnection(settings.Single);
            await connection.OpenAsync(cancellationToken);
            return await SchemaScripts.OfJournal.WereRun(connection, cancellationToken);
        }
        catch (Exception e) when (PostgresFaults.IsFault(e))
        {
            throw new StoreUnusableException($"The {settings.Place} cannot be used: {PostgresFaults.ForOperators(e)}", e);
        }
    }

    /// <inheritdoc />
    public async Task<SnapshotAndRows> ReadFromSnapshot(EntityId entity, CancellationToken cancellationToken)
    {
        owner.Demand();
        var key = entity.ToString();
        var (snapshots, rows) = await readers.Both(
            new("select seq, hash, fold_version, bytes from snapshot where entity = $1", key),
            reader => new Snapshot(reader.GetInt64(0), Columns.Hash(reader, 1), reader.GetString(2), reader.GetFieldValue<byte[]>(3)),
            new($"select {Columns.Journal} from journal where no = {Columns.NumberOf} and seq >= coalesce((select seq from snapshot where entity = $1), 1) order by seq", key),
            Columns.JournalRow, cancellationToken);
        var (snapshot, from) = (snapshots.FirstOrDefault(), snapshots.FirstOrDefault()?.Sequence ?? 1);

        // A snapshot was written between the two answers.
        return new(snapshot, rows.Count > 0 && rows[0].Sequence > from ? await Read(entity, from, cancellationToken) : rows);
    }

    /// <inheritdoc />
    public Task WriteSnapshot(EntityId entity, Snapshot snapshot, CancellationToken cancellationToken) =>
        readers.Run(new(
            """
            insert into snapshot (entity, seq, hash, fold_version, bytes) values ($1, $2, $3, $4, $5)
            on conflict (entity) do update set seq = excluded.seq, hash = excluded.hash, fold_version = excluded.fold_version, bytes = excluded.bytes
            """,
            entity.ToString(), snapshot.Sequence, snapshot.Hash.ToArray(), snapshot.FoldVersion, snapshot.Bytes.ToArray()), cancellationToken);

    /// <inheritdoc />
    public Task WriteCharter(CharterVersion version, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        readers.Run(new("insert into charter (version, bytes) values ($1, $2) on conflict do nothing", version.ToString(), bytes.ToArray()), cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<CharterVersion, ReadOnlyMemory<byte>>> ReadCharters(CancellationToken cancellationToken)
    {
        var rows = await readers.Rows(new("select version, bytes from charter"),
            reader => (Version: new CharterVersion(reader.GetString(0)), Bytes: reader.GetFieldValue<byte[]>(1)), cancellationToken);
        return rows.ToDictionary(row => row.Version, row => (ReadOnlyMemory<byte>)row.Bytes);
    }

    /// <inheritdoc />
    /// <remarks>
    /// On a server that is told not to wait for its disk it may be answered early. The event that names it comes later in the same log and is waited for, and the
    /// log keeps its order: the one is never there without the other.
    /// </remarks>
    public Task WriteContent(ContentHash hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        readers.Run(new("insert into content (hash, bytes) values ($1, $2) on conflict do nothing", hash.ToArray(), bytes), cancellationToken);

    /// <inheritdoc />
    public async Task<ReadOnlyMemory<byte>?> ReadContent(ContentHash hash, CancellationToken cancellationToken) =>
        (await readers.Rows(new("select bytes from content where hash = $1", hash.ToArray()), reader => (ReadOnlyMemory<byte>?)reader.GetFieldValue<byte[]>(0), cancellationToken)).FirstOrDefault();

    /// <inheritdoc />
    public async Task<string?> ReadMeta(string key, CancellationToken cancellationToken) =>
        (await readers.Rows(new("select value from meta where key = $1", key), reader => reader.GetString(0), cancellationToken)).FirstOrDefault();

    /// <inheritdoc />
    public Task WriteMeta(string key, string value, CancellationToken cancellationToken) =>
        readers.Run(new("insert into meta (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value", key, value), cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await readers.DisposeAsync();
        await owner.DisposeAsync();
    }

    private static async Task PrepareSchema(ConnectionSettings settings, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(settings.Single);
        await connection.OpenAsync(cancellationToken);
        if (connection.PostgreSqlVersion.Major < 15)
            throw new StoreUnusableException($"The {settings.Place} runs PostgreSQL {connection.PostgreSqlVersion}; this program needs 15 or newer.");
        if (connection.PostgresParameters.TryGetValue("server_encoding", out var encoding) && encoding != "UTF8")
            throw new StoreUnusableException($"The {settings.Place} has the encoding {encoding}; this program needs UTF8.");

        await SchemaScripts.OfJournal.Apply(connection, cancellationToken);
    }
}
