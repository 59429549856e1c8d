using System.Diagnostics;

namespace Nsdd311.Testing;

/// <summary>What PostgreSQL this machine has, and as whom it may run: never as root.</summary>
public static class PostgresMachine
{
    private static readonly Lazy<string?> Folder = new(FindFolder);
    private static readonly Lazy<string?> Reason = new(FindReason);

    /// <summary>Why tests that need a server cannot run here; null if they can.</summary>
    public static string? WhyNot => Reason.Value;

    private static bool IsRoot => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    /// <summary>A program of the server's, as the user who may run it.</summary>
    public static ProcessStartInfo Start(string program, params IEnumerable<string> arguments) =>
        AsUser(Path.Combine(Folder.Value ?? throw new InvalidOperationException(WhyNot), program), arguments);

    /// <summary>Any program as the user who may run the server. It takes the place of the one that changes the user, so its number is the server's.</summary>
    public static ProcessStartInfo AsUser(string program, params IEnumerable<string> arguments)
    {
        string[] line = IsRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", program, .. arguments] : [program, .. arguments];
        return new(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
    }

    /// <summary>Runs it to its end and returns what it said.</summary>
    public static string Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said.Trim() : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)}: {errors.Result}");
    }

    private static string? FindFolder()
    {
        // A program on the path may be a link to where the whole server lies.
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, "postgres")).Where(File.Exists)
            .Select(file => Path.GetDirectoryName(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file)!);
        const string Packaged = "/usr/lib/postgresql";
        var packaged = Directory.Exists(Packaged)
            ? Directory.GetDirectories(Packaged).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return onPath.Concat(packaged).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));
    }

    private static string? FindReason()
    {
        if (Folder.Value is null) return "This machine has no PostgreSQL: neither on the path nor where packages put it.";
        if (!IsRoot) return null;

        try
        {
            Run(AsUser("true"));
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"PostgreSQL does not run as root, and nobody else can be had: {e.Message}";
        }
    }
}
