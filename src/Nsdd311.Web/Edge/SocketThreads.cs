using System.Runtime.CompilerServices;

namespace Nsdd311.Web.Edge;

/// <summary>The threads that poll the sockets, one for each core.</summary>
/// <remarks>
/// What waited for bytes goes on where they were read: a request until it waits for the journal, a commit's answer with what follows from it. A lone
/// caller saves half of the threads that had to be woken one after the other (docs/adr/0020-where-bytes-are-read.md). The price: whatever takes long
/// there keeps other callers waiting, so it says <see cref="Leave"/> first.
/// </remarks>
public static class SocketThreads
{
    private const string Variable = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>What waits for bytes goes on on these threads, unless the environment says otherwise. Before the first socket: .NET asks once.</summary>
    public static void GoOnThere()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null) Environment.SetEnvironmentVariable(Variable, "1");
    }

    /// <summary>Goes on on a thread of the pool: for what walks a whole list or computes for more than some milliseconds.</summary>
    internal static ConfiguredTaskAwaitable Leave() => Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
}
