using System.Diagnostics;
using System.Text;
using Nsdd311.Standalone;
using Nsdd311.Testing;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>The standalone service as a process of its own, which can be killed as a power cut would and started again over the same folder.</summary>
/// <param name="kept">Where the journal is kept; null for the folder.</param>
internal sealed class ChildHouse(KeptIn? kept = null) : LocalService(Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}")), IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly StringBuilder output = new();
    private readonly KeptIn kept = kept ?? KeptIn.Folder;
    private Process? process;

    /// <summary>What all its processes have written so far.</summary>
    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <summary>Starts a process and waits until it is ready.</summary>
    public async Task Start(string? clock = null)
    {
        Launch(clock);
        await BecomesReady();
    }

    /// <summary>Starts a process and waits for nothing.</summary>
    public void Launch(string? clock = null)
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

    /// <summary>Completes when the process serves.</summary>
    public Task BecomesReady() => Until(Serves);

    /// <summary>Whether the process serves by now.</summary>
    /// <exception cref="InvalidOperationException">It has ended by itself; the exception says with which words.</exception>
    public async Task<bool> Serves()
    {
        if (process!.HasExited)
        {
            // Its last words may still be on their way.
            await process.WaitForExitAsync();
            throw new InvalidOperationException($"It ended with {process.ExitCode}:{Environment.NewLine}{Output}");
        }

        try
        {
            using var response = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL: nothing of the process runs any more when this returns.</summary>
    public async Task Kill()
    {
        if (process is not { } running) return;

        process = null;
        running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
    }

    /// <summary>Looks again and again, and gives up after a minute.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            if (since.Elapsed > Patience) throw new TimeoutException("It did not come about.");
            await Task.Delay(Pause, TimeProvider.System);
        }
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
    public async ValueTask DisposeAsync()
    {
        await Kill();
        Http.Dispose();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static Process Begin(string[] args, Action<string> heard)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Options).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var begun = Process.Start(start)!;
        begun.OutputDataReceived += (_, line) => heard(line.Data ?? "");
        begun.ErrorDataReceived += (_, line) => heard(line.Data ?? "");
        begun.BeginOutputReadLine();
        begun.BeginErrorReadLine();
        return begun;
    }
}
