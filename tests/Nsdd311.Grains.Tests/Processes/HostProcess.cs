using System.Diagnostics;
using System.Text;
using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>A silo or a gateway as a process of its own, which can be asked to leave or killed as a power cut would.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly StringBuilder words = new();
    private readonly HttpClient http;
    private readonly Process process;

    /// <summary>Starts it and waits for nothing.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="address">Where it answers how it is.</param>
    /// <param name="arguments">Its options.</param>
    /// <param name="environment">What stands in its environment besides.</param>
    public HostProcess(string assembly, string address, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        http = new() { BaseAddress = new(address) };
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["RateLimit__PerSecond"] = start.Environment["RateLimit__Burst"] = "100000";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += Leave;
    }

    /// <summary>What it has written so far.</summary>
    public string Words
    {
        get
        {
            lock (words) return words.ToString();
        }
    }

    /// <summary>The policy by which each of its threads is given a core.</summary>
    public IReadOnlyList<int> Policies => Scheduling.PoliciesOf(process.Id);

    /// <summary>Completes when it serves.</summary>
    public Task BecomesReady() => Until(async () =>
        process.HasExited ? throw new InvalidOperationException($"It ended with {process.ExitCode}:{Environment.NewLine}{Words}") : await IsReady());

    /// <summary>What it answers there, as soon as it answers at all.</summary>
    public async Task<Answered> Says(string path)
    {
        Answered? answer = null;
        await Until(async () => process.HasExited ? throw new InvalidOperationException(Words) : (answer = await Ask(path)) is not null, "An answer");
        return answer!;
    }

    /// <summary>Completes when it has written this.</summary>
    public Task Writes(string words) => Until(() => Task.FromResult(Words.Contains(words, StringComparison.Ordinal)), $"'{words}'");

    /// <summary>Waits until it ends by itself; its exit code, and all that it has said.</summary>
    public async Task<(int Code, string Words)> Ends()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, Words);
    }

    /// <summary>SIGTERM: it drains, leaves the cluster and ends; its exit code.</summary>
    public async Task<int> EndsInOrder()
    {
        using (var signal = Process.Start("kill", ["-TERM", $"{process.Id}"])) await signal.WaitForExitAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>SIGKILL: nothing of it runs any more when this returns.</summary>
    public async Task Kill()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Looks again and again until it holds, and gives up at last.</summary>
    public static async Task Until(Func<Task<bool>> holds, string what = "It", TimeSpan? patience = null)
    {
        var since = Stopwatch.StartNew();
        while (!await holds())
        {
            if (since.Elapsed > (patience ?? Patience)) throw new TimeoutException($"{what} did not come about.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Leave;
        await Kill();
        process.Dispose();
        http.Dispose();
    }

    /// <summary>What it answers there; null where nobody listens.</summary>
    public async Task<Answered?> Ask(string path)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            return await Answered.Of(response);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<bool> IsReady() => await Ask("/health/ready") is { Status: 200 };

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (words) words.AppendLine(line.Data);
    }

    private void Leave(object? sender, EventArgs e)
    {
        if (!process.HasExited) process.Kill();
    }
}
