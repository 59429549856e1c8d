using System.Globalization;

namespace Nsdd311.Testing;

/// <summary>The policies by which Linux gives cores to threads, by their numbers in <c>sched.h</c>.</summary>
public static class Scheduling
{
    public const int Batch = 3;
    public const int Idle = 5;

    /// <summary>The policy of each thread of a process.</summary>
    public static IReadOnlyList<int> PoliciesOf(int process) => [.. Directory.GetDirectories($"/proc/{process}/task").Select(PolicyIn).OfType<int>()];

    /// <returns>The policy; null if the thread has ended meanwhile.</returns>
    private static int? PolicyIn(string thread)
    {
        try
        {
            return PolicyOf(File.ReadAllText(Path.Combine(thread, "stat")));
        }
        catch (IOException)
        {
            return null;
        }
    }

    // After the name, which may have anything in it, come the fields from the third on; the policy is the 41st.
    private static int PolicyOf(string stat) => int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[41 - 3], CultureInfo.InvariantCulture);
}
