using System.Globalization;
using System.Runtime.InteropServices;

namespace Nsdd311.Runtime.Hosting;

/// <summary>How Linux shares the cores between this process's threads and all others.</summary>
/// <remarks>
/// A service's threads wake each other all the time, and by itself Linux takes a core from whoever is at work for whoever was woken. Under its policy for
/// batch work the woken one waits until a core is free, and what was begun is finished: docs/adr/0022-services-are-batch-work.md.
/// </remarks>
public static class BatchScheduling
{
    private const string Threads = "/proc/self/task";
    private const int Other = 0;
    private const int Batch = 3;

    /// <summary>
    /// Every thread of this process, and all that these start, is batch work from now on. One whose policy somebody has chosen keeps it; where Linux
    /// does not let us, and elsewhere, nothing changes. Needs no right. To be called first of all, while there are few threads.
    /// </summary>
    public static void Take()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Threads)) return;

        foreach (var thread in Directory.EnumerateDirectories(Threads))
            if (int.TryParse(Path.GetFileName(thread), CultureInfo.InvariantCulture, out var id) && PolicyOf(id) == Other)
                _ = SetPolicy(id, Batch, in Parameters.None);
    }

    [DllImport("libc", EntryPoint = "sched_getscheduler"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int PolicyOf(int thread);

    [DllImport("libc", EntryPoint = "sched_setscheduler"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPolicy(int thread, int policy, in Parameters parameters);

    /// <summary>Linux's <c>sched_param</c>; a policy without priorities wants zero.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Parameters(int priority)
    {
        public static readonly Parameters None = new(0);

        private readonly int priority = priority;
    }
}
