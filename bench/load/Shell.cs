using System.Diagnostics;

namespace Nsdd311.Bench.Load;

/// <summary>Runs a program to its end.</summary>
internal static class Shell
{
    /// <summary>What it wrote; an exception if it failed.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {errors.GetAwaiter().GetResult()}");
    }
}
