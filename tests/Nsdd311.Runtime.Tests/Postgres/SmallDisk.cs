using System.Diagnostics;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Postgres;

/// <summary>A disk that is soon full: a file system in memory, where the machine lets a test mount one.</summary>
public sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<string?> Reason = new(Try);

    public SmallDisk(string above, int megabytes)
    {
        Folder = Path.Combine(above, "small");
        Directory.CreateDirectory(Folder);
        Do("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=1777", "tmpfs", Folder);
        // The server wants a folder that is its own.
        Folder = Path.Combine(Folder, "space");
        try
        {
            PostgresMachine.Run(PostgresMachine.AsUser("mkdir", Folder));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Why there can be none here; null if there can.</summary>
    public static string? WhyNot => Reason.Value;

    public string Folder { get; }

    private string Mounted => Path.GetDirectoryName(Folder)!;

    public void Grow(int megabytes) => Do("mount", "-o", $"remount,size={megabytes}m", Mounted);

    public void Dispose() => Do("umount", "--lazy", Mounted);

    private static string? Try()
    {
        if (PostgresMachine.WhyNot is { } why) return why;

        var above = PostgresMachine.Run(PostgresMachine.AsUser("mktemp", "-d", Path.Combine(Path.GetTempPath(), "nsdd311-mount-XXXXXX")));
        try
        {
            new SmallDisk(above, 1).Dispose();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"A small disk cannot be mounted here: {e.Message}";
        }
        finally
        {
            Directory.Delete(above, recursive: true);
        }
    }

    private static void Do(string program, params string[] arguments) =>
        PostgresMachine.Run(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
}

/// <summary>A test that needs a small disk.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsMountFactAttribute : FactAttribute
{
    public NeedsMountFactAttribute() => Skip = SmallDisk.WhyNot;
}
