using System.Net;
using Nsdd311.Runtime.Hosting;

namespace Nsdd311.Silo;

/// <summary>How a silo was started.</summary>
/// <param name="Journal">How to reach the PostgreSQL of the deployment. It may hold a secret: it is never printed.</param>
/// <param name="Charter">The charter's file; null for the one of NSDD-311.</param>
/// <param name="Cluster">The cluster's name; silos and gateways of one deployment have the same.</param>
/// <param name="Address">Under which address the others reach this silo.</param>
/// <param name="SiloPort">For other silos.</param>
/// <param name="GatewayPort">For gateways.</param>
/// <param name="Http">Where its health is answered.</param>
public sealed record SiloOptions(string Journal, string? Charter, string Cluster, IPAddress Address, int SiloPort, int GatewayPort, string Http)
{
    private static readonly string[] Names = ["--journal", "--charter", "--cluster", "--address", "--silo-port", "--gateway-port", "--http"];

    /// <summary>Reads the arguments, and the environment where they are silent.</summary>
    /// <exception cref="StartRefusedException">One of them is unknown, missing or makes no sense.</exception>
    public static SiloOptions Parse(IReadOnlyList<string> args, Func<string, string?>? environment = null)
    {
        var given = new Arguments(args, Names, environment);
        return new(
            given.Need("--journal", "how to reach PostgreSQL, as Host=…;Database=…;Username=…;Password=…"), given.Find("--charter"), given.Find("--cluster") ?? "nsdd311",
            AddressOf(given.Find("--address")), given.Port("--silo-port", 11111), given.Port("--gateway-port", 30000), Listening.At("--http", given.Find("--http") ?? "http://127.0.0.1:5312"));
    }

    /// <summary>An address, or the word that means this machine's own in its network.</summary>
    private static IPAddress AddressOf(string? text) => text switch
    {
        null => IPAddress.Loopback,
        "host" => Dns.GetHostAddresses(Dns.GetHostName(), System.Net.Sockets.AddressFamily.InterNetwork).FirstOrDefault()
            ?? throw new StartRefusedException("This machine has no address of its own in a network; give one with --address."),
        _ => IPAddress.TryParse(text, out var address) ? address : throw new StartRefusedException($"The option --address is an address or the word host; '{text}' is neither."),
    };
}
