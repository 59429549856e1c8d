using Npgsql;

namespace Nsdd311.Postgres;

/// <summary>A session that holds the owner's lock, and nothing else.</summary>
internal sealed class OwnerSession : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly string held;

    private OwnerSession(NpgsqlConnection connection, ServerProcess process, int lockClass, int lockName)
    {
        (this.connection, Process) = (connection, process);
        held = $"select count(*) {Locks(lockClass, lockName)} and l.pid = pg_backend_pid()";
    }

    /// <summary>A process of the server; a number alone is given out again.</summary>
    /// <param name="Number">Its number.</param>
    /// <param name="Since">When it started.</param>
    public sealed record ServerProcess(int Number, DateTime Since);

    /// <summary>The server's side of this session.</summary>
    public ServerProcess Process { get; }

    /// <summary>Takes the lock on a new session; otherwise says who holds it.</summary>
    /// <param name="settings">How to connect.</param>
    /// <param name="mode">Exclusive or shared.</param>
    /// <param name="lockClass">The first half of the lock's name.</param>
    /// <param name="lockName">The second half.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="own">An earlier session of this process: if the server still keeps it alive, it is ended.</param>
    public static async Task<(OwnerSession? Session, string Holder)> TryTake(
        ConnectionSettings settings, OwnerMode mode, int lockClass, int lockName, CancellationToken cancellationToken, ServerProcess? own = null)
    {
        var connection = new NpgsqlConnection(settings.Single);
        try
        {
            await connection.OpenAsync(cancellationToken);
            // The server, too, must notice soon that this process's machine is gone.
            await Ask<object>(connection, "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3; set idle_session_timeout = 0", cancellationToken);
            if (own is not null)
                await Ask<object>(connection, $"select pg_terminate_backend(pid) from pg_stat_activity where pid = {own.Number} and backend_start = $1", cancellationToken, own.Since);

            var take = mode is OwnerMode.Alone ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
            if (await Ask<bool>(connection, $"select {take}({lockClass}, {lockName})", cancellationToken))
            {
                var number = await Ask<int>(connection, "select pg_backend_pid()", cancellationToken);
                var since = await Ask<DateTime>(connection, "select backend_start from pg_stat_activity where pid = pg_backend_pid()", cancellationToken);
                return (new(connection, new(number, since), lockClass, lockName), "");
            }

            var holder = await Ask<string>(connection, $"{WhoHolds} {Locks(lockClass, lockName)} order by a.backend_start limit 1", cancellationToken);
            await connection.DisposeAsync();
            return (null, holder ?? "a process that has just left");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits for so long, at once aware of a connection that is cut; then asks whether the lock is still there.</summary>
    public async Task<bool> StaysHeld(TimeSpan heartbeat, CancellationToken cancellationToken)
    {
        await connection.WaitAsync(heartbeat, cancellationToken);
        return await Ask<long>(connection, held, cancellationToken) > 0;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    // What another role's session is called is not for everybody to see; its number always is.
    private const string WhoHolds =
        """
        select coalesce(nullif(a.application_name, ''), 'another program') || ' (the server''s process ' || l.pid || coalesce(', from ' || host(a.client_addr), '') || ')'
          || coalesce(' since ' || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || 'Z', '')
        """;

    private static string Locks(int lockClass, int lockName) =>
        $"""
        from pg_locks l left join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.classid = {lockClass} and l.objid = {lockName} and l.objsubid = 2 and l.granted
          and l.database = (select oid from pg_database where datname = current_database())
        """;

    private static async Task<T?> Ask<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, DateTime? value = null)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (value is { } given) command.Parameters.Add(new NpgsqlParameter { Value = given });
        return await command.ExecuteScalarAsync(cancellationToken) is T answer ? answer : default;
    }
}
