using System.Diagnostics;
using System.Text;
using Nsdd311.Standalone;
using Nsdd311.Testing;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>The standalone service as a process of its own, which can be killed as a power cut would and started again over the same folder.</summary>
/// <param name="kept">Where the journal is kept; null for the folder.</param>
internal sealed class ChildHouse(KeptIn? kept = null) : MortalService(Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}"))
{
    private readonly StringBuilder output = new();
    private readonly KeptIn kept = kept ?? KeptIn.Folder;
    private Process? process;

    /// <summary>What the command is put behind.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The number of the process that runs.</summary>
    public int ProcessId => process!.Id;

    /// <summary>What all its processes have written so far.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <inheritdoc />
    public override void Launch(string? clock = null)
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        Http.Dispose();
        Http = ClientOf(address);
        string[] args = ["--data", Folder, "--urls", address, .. kept.Options, .. clock is null ? Array.Empty<string>() : ["--clock", clock]];
        process = Begin(args, line =>
        {
            lock (output) output.AppendLine(line);
        });
    }

    /// <inheritdoc />
    public override async Task<bool> Serves()
    {
        if (process!.HasExited)
        {
            // Its last words may still be on their way.
            await process.WaitForExitAsync();
            throw new InvalidOperationException($"It ended with {process.ExitCode}:{Environment.NewLine}{Output}");
        }

        return await IsReady();
    }

    /// <inheritdoc />
    /// <remarks>SIGKILL.</remarks>
    public override async Task Kill()
    {
        if (process is not { } running) return;

        process = null;
        running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
    }

    /// <summary>Runs the check of all chains as a process of its own.</summary>
    public async Task<(int Code, string Words)> Verify()
    {
        var words = new StringBuilder();
        using var checking = Begin(["verify", "--data", Folder, .. kept.Options], line =>
        {
            lock (words) words.AppendLine(line);
        });
        await checking.WaitForExitAsync();
        return (checking.ExitCode, words.ToString());
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await Kill();
        await base.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private Process Begin(string[] args, Action<string> heard)
    {
        string[] words = [.. Before, "dotnet", typeof(Options).Assembly.Location, .. args];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var begun = Process.Start(start)!;
        begun.OutputDataReceived += (_, line) => heard(line.Data ?? "");
        begun.ErrorDataReceived += (_, line) => heard(line.Data ?? "");
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        return begun;
    }
}
