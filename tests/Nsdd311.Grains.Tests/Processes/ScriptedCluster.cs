using System.Diagnostics;
using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>A cluster that <c>ops/cluster.sh</c> keeps in a folder and on ports of a test's own, of what the test was built with.</summary>
internal sealed class ScriptedCluster : IAsyncDisposable
{
    private const string Manual = "docs/OPERATING.md";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nsdd311-script-");

    /// <summary>The gateway's, its database's, the silos' for health, for one another and for gateways: as the script counts them from the first.</summary>
    private readonly int port = FreePort.NextWith(1, 11, 12, 101, 102, 201, 202);

    /// <summary>The lines by which the manual takes a matter to its clearance.</summary>
    public static string LinesOfTheManual()
    {
        var text = File.ReadAllText(Repository.PathOf(Manual));
        return text.Split("```sh\n").Skip(1).Select(block => block.Split("```")[0]).Single(block => block.StartsWith("api=", StringComparison.Ordinal));
    }

    /// <summary>Has the script do one thing; what it said.</summary>
    public Task<string> Do(params IEnumerable<string> words) => Ran("ops/cluster.sh", words);

    /// <summary>Runs lines of the manual as they stand, but for where this cluster is; what they said.</summary>
    public Task<string> Run(string lines) =>
        Ran("-c", [$"set -e\n{lines.Replace("127.0.0.1:5320", $"127.0.0.1:{port}", StringComparison.Ordinal).Replace("./data-cluster", folder.FullName, StringComparison.Ordinal)}"]);

    /// <summary>What still runs of it: whoever was told its folder or the port of its database.</summary>
    public IReadOnlyList<string> Left() =>
        [.. Running().Where(line => line.Contains(folder.FullName, StringComparison.Ordinal) || line.Contains($"Port={port + 1};", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Left().Count > 0) await Do("down");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Running()
    {
        foreach (var process in Directory.GetDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            var line = "";
            try
            {
                line = File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
            }
            catch (IOException)
            {
                // It has just ended.
            }

            yield return line;
        }
    }

    private async Task<string> Ran(string first, IEnumerable<string> more)
    {
        var start = new ProcessStartInfo("bash", [first, .. more]) { WorkingDirectory = Path.GetDirectoryName(Repository.PathOf("test.sh")), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CLUSTER_DATA"] = folder.FullName;
        start.Environment["CLUSTER_PORT"] = $"{port}";
        start.Environment["CLUSTER_BUILT"] = "yes";
        start.Environment["CLUSTER_CONFIGURATION"] = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using var process = Process.Start(start)!;
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, "{0}{1}", await said, await errors);
        return await said;
    }
}
