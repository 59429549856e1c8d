using System.Net;
using System.Net.Sockets;

namespace Nsdd311.Testing;

/// <summary>Ports for processes that need to know theirs before they start.</summary>
/// <remarks>
/// They lie below those that the system gives to outgoing connections: a port that the system gave and took back may be given to somebody
/// else's connection before the process listens. No two are the same within one run.
/// </remarks>
internal static class FreePort
{
    private const int First = 12_000;
    private const int Count = 18_000;

    private static int given = Random.Shared.Next(Count);

    /// <summary>A port of the loopback address on which nobody listens.</summary>
    public static int Next() => NextWith();

    /// <summary>A port on which nobody listens, nor on those that lie so far above it.</summary>
    public static int NextWith(params IReadOnlyList<int> above)
    {
        for (var left = Count; left > 0; left--)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref given) % Count);
            if (IsFree(port) && above.All(more => IsFree(port + more))) return port;
        }

        throw new InvalidOperationException($"Somebody listens on every port from {First} to {First + Count - 1}.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
