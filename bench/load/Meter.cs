using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Nsdd311.Bench.Load;

/// <summary>What work has cost: seconds of CPU by process, appends and transactions by the service's own count, flushes by PostgreSQL's.</summary>
/// <param name="Service">Each process of the service: one, or the silos and then the gateway.</param>
/// <param name="Postgres">All of PostgreSQL's together.</param>
/// <param name="Load">The client.</param>
/// <param name="Appends">To the journal.</param>
/// <param name="Commits">Of the journal.</param>
/// <param name="Flushes">Of PostgreSQL's log, or of SQLite's.</param>
internal readonly record struct Usage(IReadOnlyList<double> Service, double Postgres, double Load, long Appends, long Commits, long Flushes)
{
    public static Usage operator +(Usage a, Usage b) =>
        new([.. a.Service.Zip(b.Service, (one, other) => one + other)], a.Postgres + b.Postgres, a.Load + b.Load, a.Appends + b.Appends, a.Commits + b.Commits, a.Flushes + b.Flushes);

    public static Usage operator -(Usage a, Usage b) =>
        new([.. a.Service.Zip(b.Service, (one, other) => one - other)], a.Postgres - b.Postgres, a.Load - b.Load, a.Appends - b.Appends, a.Commits - b.Commits, a.Flushes - b.Flushes);
}

/// <summary>Reads the machine's own accounts.</summary>
/// <param name="postmaster">PostgreSQL's first process; 0 for none.</param>
/// <param name="psql">How to ask PostgreSQL: a connection string for psql; null for not at all.</param>
internal sealed class Meter(int postmaster, string? psql)
{
    private const double TicksPerSecond = 100;

    public Usage Read(Contestant contestant)
    {
        var (appends, commits) = CountsOf(contestant);
        return new(
            [.. contestant.Processes.Select(process => Of(process, withChildren: false))], postmaster > 0 ? OfPostgres() : 0, Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds,
            appends, commits, contestant.UsesPostgres ? Flushes() : commits);
    }

    /// <summary>Memory that the process has in use now, in MiB.</summary>
    public static long MemoryOf(int process) =>
        File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)) is var line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024 : 0;

    /// <summary>User and system time; with children, that of those which have ended too.</summary>
    private static double Of(int process, bool withChildren)
    {
        var fields = StatOf(process);
        return fields.Length == 0 ? 0 : (fields.Skip(11).Take(withChildren ? 4 : 2).Sum(long.Parse)) / TicksPerSecond;
    }

    private double OfPostgres() => Of(postmaster, withChildren: true)
        + Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(int.Parse!)
            .Where(process => StatOf(process) is { Length: > 2 } fields && fields[1] == postmaster.ToString()).Sum(process => Of(process, withChildren: false));

    /// <summary>The fields after the name, which may hold blanks: state, parent, and so on.</summary>
    private static string[] StatOf(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <remarks>The floor counts nothing.</remarks>
    private static (long Appends, long Commits) CountsOf(Contestant contestant)
    {
        if (contestant.Key is null) return default;

        using var wire = new Wire(contestant.Address, TimeSpan.FromSeconds(10));
        var status = wire.Exchange(Encoding.ASCII.GetBytes(
            $"GET /api/v1/local/counts HTTP/1.1\r\nHost: {contestant.Address.Authority}\r\nX-Local-Key: {contestant.Key}\r\n\r\n"));
        if (status != 200) throw new InvalidOperationException($"{contestant.Name} does not show its counts: {status}");

        using var document = JsonDocument.Parse(wire.Body.ToArray());
        var counts = document.RootElement.GetProperty("counts");
        return (Count(counts, "journal.appends"), Count(counts, "journal.commits"));
    }

    private static long Count(JsonElement counts, string name) => counts.TryGetProperty(name, out var count) ? count.GetInt64() : 0;

    private long Flushes() => psql is null ? 0 : long.TryParse(Shell.Run("psql", psql, "-Atc", "select wal_sync from pg_stat_wal").Trim(), out var count) ? count : 0;
}
