using System.Globalization;

namespace Nsdd311.Bench.Load;

/// <summary>What the machine's PostgreSQL can do at all: prepared commits of one statement each, eight a vetting.</summary>
/// <param name="psql">The connection string.</param>
/// <param name="script">The file with the one statement.</param>
internal sealed class PgBench(string psql, string script)
{
    private double commits;
    private double seconds;

    /// <summary>Vettings a second, at eight commits each.</summary>
    public double Rate => seconds > 0 ? commits / seconds / Work.Steps : 0;

    public void Run(int connections, int forSeconds)
    {
        var output = Shell.Run(
            "pgbench", "-n", "-M", "prepared", "-c", $"{connections}", "-j", $"{Math.Min(2, connections)}", "-T", $"{forSeconds}", "-f", script, psql);
        var line = output.Split('\n').First(line => line.StartsWith("tps = ", StringComparison.Ordinal));
        commits += double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture) * forSeconds;
        seconds += forSeconds;
    }
}
