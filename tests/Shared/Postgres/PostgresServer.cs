using System.Diagnostics;

namespace Nsdd311.Testing;

/// <summary>A PostgreSQL of a test's own: its own folder, its own socket, flushing for real. It can be killed, paused and started again.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly List<string> log = [];
    private Process? server;

    public PostgresServer()
    {
        folder = PostgresMachine.Run(PostgresMachine.AsUser("mktemp", "-d", Path.Combine(Path.GetTempPath(), "nsdd311-pg-XXXXXX")));
        AppDomain.CurrentDomain.ProcessExit += Leave;
        PostgresMachine.Run(PostgresMachine.Start("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-instructions"));
        Start();
    }

    /// <summary>Where a test may put more of the server's files.</summary>
    public string Folder => folder;

    private string Data => Path.Combine(folder, "data");

    /// <summary>How to reach a database of it.</summary>
    public string To(string database) => $"Host={folder};Database={database};Username=postgres";

    /// <summary>Starts it and waits until it answers. After a kill its last children may need a moment to go.</summary>
    public void Start()
    {
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < Patience)
        {
            server ??= Launch();
            if (HasExited) Forget();
            else if (IsReady) return;
            Task.Delay(20).Wait();
        }

        throw new InvalidOperationException($"PostgreSQL does not start: {string.Join('\n', log)}");
    }

    /// <summary>What a power cut leaves: postmaster and children gone at once.</summary>
    public void Kill()
    {
        var children = Children;
        Signal("KILL", [server!.Id, .. children]);
        server.WaitForExit();
        Forget();
    }

    /// <summary>A fast shutdown: every session is ended.</summary>
    public void Stop()
    {
        if (server is null) return;

        Signal("INT", [server.Id]);
        server.WaitForExit();
        Forget();
    }

    /// <summary>Nothing of it moves any more, and its sockets stay open.</summary>
    public void Pause() => Signal("STOP", [server!.Id, .. Children]);

    public void Resume() => Signal("CONT", [.. Children, server!.Id]);

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Leave;
        if (server is not null) Resume();
        Stop();
        PostgresMachine.Run(PostgresMachine.AsUser("rm", "-rf", folder));
    }

    private bool HasExited => server!.HasExited;

    private bool IsReady
    {
        get
        {
            lock (log) return log.Exists(line => line.Contains("database system is ready to accept connections", StringComparison.Ordinal));
        }
    }

    private int[] Children
    {
        get
        {
            var file = $"/proc/{server!.Id}/task/{server.Id}/children";
            return File.Exists(file) ? [.. File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)] : [];
        }
    }

    private Process Launch()
    {
        lock (log) log.Clear();
        string[] settings = ["listen_addresses=", $"unix_socket_directories={folder}", "max_connections=200", "fsync=on", "shared_buffers=64MB", "logging_collector=off", "lc_messages=C"];
        var process = Process.Start(PostgresMachine.Start("postgres", ["-D", Data, .. settings.SelectMany(one => new[] { "-c", one })]))!;
        process.ErrorDataReceived += Hear;
        process.OutputDataReceived += Hear;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (log)
        {
            log.Add(line.Data ?? "");
            if (log.Count > 1000) log.RemoveRange(0, 500);
        }
    }

    private void Forget()
    {
        server?.Dispose();
        server = null;
    }

    private void Leave(object? sender, EventArgs e)
    {
        if (server is { HasExited: false }) Signal("KILL", [server.Id, .. Children]);
    }

    private static void Signal(string signal, IEnumerable<int> processes)
    {
        // One of them may have gone meanwhile; that is no failure.
        using var kill = Process.Start(new ProcessStartInfo("kill", [$"-{signal}", .. processes.Select(id => id.ToString())]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }
}
