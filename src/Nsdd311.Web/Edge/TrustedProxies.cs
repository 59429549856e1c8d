using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Nsdd311.Runtime.Hosting;
using IPNetwork = System.Net.IPNetwork;

namespace Nsdd311.Web.Edge;

/// <summary>The proxies that are believed when they say from whom a request came, and whether over TLS. Of anybody else these headers are not read.</summary>
/// <param name="Networks">Where they are.</param>
public sealed record TrustedProxies(ValueList<IPNetwork> Networks)
{
    /// <summary>Nobody: the address and the scheme are those of the connection.</summary>
    public static TrustedProxies Nobody { get; } = new([]);

    /// <summary>Reads addresses and networks, separated by commas: <c>10.0.0.7, 172.18.0.0/16</c>.</summary>
    /// <exception cref="StartRefusedException">One of them is neither.</exception>
    public static TrustedProxies Parse(string text) =>
        new(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Network).ToValueList());

    /// <summary>What the library's step goes by. The name of the service stays the one that the request itself bears, and is judged as ever.</summary>
    internal ForwardedHeadersOptions Headers()
    {
        // As many proxies as stand behind one another: each is looked up before it is believed, and the first stranger is the caller.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks) options.KnownIPNetworks.Add(network);
        return options;
    }

    private static IPNetwork Network(string text)
    {
        if (text.Contains('/'))
            return IPNetwork.TryParse(text, out var network) && network.BaseAddress.Equals(IPAddress.Parse(text[..text.IndexOf('/')]))
                ? network
                : throw new StartRefusedException($"The option --proxies has networks as 172.18.0.0/16, with nothing set behind the prefix; '{text}' is none.");

        // Of IPv4 there are short forms that hardly anybody means.
        return IPAddress.TryParse(text, out var address) && (text.Contains(':') || address.ToString() == text)
            ? new(address, address.GetAddressBytes().Length * 8)
            : throw new StartRefusedException($"The option --proxies has addresses and networks, separated by commas; '{text}' is neither.");
    }
}
