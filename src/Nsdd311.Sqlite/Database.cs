using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Nsdd311.Sqlite;

/// <summary>One file: one connection that writes, and as many as are needed that read. A connection that failed is closed and opened again when needed.</summary>
internal sealed class Database : IDisposable
{
    private readonly string path;
    private readonly Lock writing = new();
    private readonly Checkpoints checkpoints;
    private readonly ConcurrentBag<PreparedConnection> readers = [];
    private WriterConnection? writer;
    private volatile bool disposed;
    private string? restriction;

    public Database(string path, ILogger logger)
    {
        this.path = path;
        checkpoints = new(() => Open(SqliteOpenMode.ReadWrite), writing, logger);
    }

    public string Path => path;

    /// <summary>Work on the writing connection, one at a time, as one transaction: all of it or nothing.</summary>
    public T Write<T>(Func<WriterConnection, T> work)
    {
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            try
            {
                writer ??= new(OpenWriter());
                writer.Begin.Run();
                var result = work(writer);
                writer.Commit.Run();
                checkpoints.After(writer.PagesWritten());
                return result;
            }
            catch (SqliteException e)
            {
                // Closing rolls back whatever is still open, and the next attempt begins on a new connection.
                CloseWriter();
                throw SqliteFaults.Of(e);
            }
            catch
            {
                CloseWriter();
                throw;
            }
        }
    }

    /// <summary>Work on a connection that only reads.</summary>
    public T Read<T>(Func<PreparedConnection, T> work)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var connection = readers.TryTake(out var idle) ? idle : null;
        try
        {
            connection ??= new(Open(SqliteOpenMode.ReadOnly));
            var result = work(connection);
            readers.Add(connection);
            return result;
        }
        catch (Exception e)
        {
            connection?.Dispose();
            if (e is SqliteException failure) throw SqliteFaults.Of(failure);
            throw;
        }
    }

    /// <summary>For tests: a pragma that stands for what a disk does to the writing connection.</summary>
    internal void Restrict(string? pragma)
    {
        lock (writing)
        {
            restriction = pragma;
            CloseWriter();
        }
    }

    public void Dispose()
    {
        lock (writing)
        {
            disposed = true;
        }

        // The next to last connection, so that the last one takes the log away.
        checkpoints.Finish();
        lock (writing)
        {
            while (readers.TryTake(out var reader)) reader.Dispose();
            CloseWriter();
        }
    }

    private void CloseWriter()
    {
        writer?.Dispose();
        writer = null;
    }

    private SqliteConnection OpenWriter()
    {
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        try
        {
            SchemaScripts.Run(connection, "pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory; pragma wal_autocheckpoint = 0; pragma journal_size_limit = 67108864");
            SchemaScripts.Apply(connection);
            if (restriction is not null) SchemaScripts.Run(connection, restriction);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            SchemaScripts.Run(connection, "pragma busy_timeout = 5000");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
