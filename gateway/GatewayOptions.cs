using Nsdd311.Runtime.Hosting;
using Nsdd311.Web.Edge;

namespace Nsdd311.Gateway;

/// <summary>How a gateway was started.</summary>
/// <param name="Journal">How to reach the PostgreSQL of the deployment. It may hold a secret: it is never printed.</param>
/// <param name="Charter">The charter's file; null for the one of NSDD-311.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Urls">Where to listen, separated by semicolons.</param>
/// <param name="Secret">The file of the secret that all gateways share; in local sign-in it is the local key.</param>
/// <param name="Roster">The first persons, for a deployment that has none yet; null to seat those of the charter in local sign-in, and nobody otherwise.</param>
/// <param name="SignIn">By whom callers are known.</param>
/// <param name="Proxies">Whose word on where a request came from is believed.</param>
public sealed record GatewayOptions(string Journal, string? Charter, string Cluster, string Urls, string Secret, string? Roster, SignInOptions SignIn, TrustedProxies Proxies)
{
    private static readonly string[] Names =
        ["--journal", "--charter", "--cluster", "--urls", "--secret", "--roster", "--sign-in", "--authority", "--audience", "--hosts", "--insecure-authority", "--proxies"];

    /// <summary>Reads the arguments, and the environment where they are silent.</summary>
    /// <exception cref="StartRefusedException">One of them is unknown, missing or makes no sense.</exception>
    public static GatewayOptions Parse(IReadOnlyList<string> args, Func<string, string?>? environment = null)
    {
        var given = new Arguments(args, Names, environment);
        var urls = Listening.At("--urls", given.Find("--urls") ?? "http://127.0.0.1:5311");
        return new(
            given.Need("--journal", "how to reach PostgreSQL, as Host=…;Database=…;Username=…;Password=…"), given.Find("--charter"), given.Find("--cluster") ?? "nsdd311", urls,
            given.Find("--secret") ?? "./local.key", given.Find("--roster"), SignInOptions.Of(given, urls),
            given.Find("--proxies") is { } proxies ? TrustedProxies.Parse(proxies) : TrustedProxies.Nobody);
    }
}

/// <summary>By whom callers are known.</summary>
public abstract record SignInOptions
{
    private SignInOptions() { }

    /// <summary>Local sign-in on a developer's machine.</summary>
    public sealed record Local : SignInOptions;

    /// <summary>An OpenID Connect authority.</summary>
    /// <param name="Address">Its address.</param>
    /// <param name="Audience">For whom its tokens must be.</param>
    /// <param name="Hosts">The names under which the gateway answers.</param>
    /// <param name="Insecure">Whether it may be without TLS.</param>
    public sealed record Authority(Uri Address, string Audience, IReadOnlyList<string> Hosts, bool Insecure) : SignInOptions;

    internal static SignInOptions Of(Arguments given, string urls)
    {
        if (given.Find("--sign-in") is { } way)
        {
            if (way != "local") throw new StartRefusedException($"The option --sign-in is local or is left out; '{way}' is neither.");
            if (given.Find("--authority") is not null) throw new StartRefusedException("Local sign-in and an authority exclude each other; leave out --sign-in or --authority.");
            if (!Listening.IsLoopback(urls)) throw new StartRefusedException($"Local sign-in listens on loopback only; '{urls}' is not.");

            return new Local();
        }

        var text = given.Need("--authority", "the address of the OpenID Connect authority, or --sign-in local on a developer's machine");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var authority)) throw new StartRefusedException($"The option --authority is an address; '{text}' is none.");

        var insecure = given.Find("--insecure-authority") is "yes";
        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback && !insecure)
            throw new StartRefusedException("An authority without TLS can be impersonated; use https, or say --insecure-authority yes where nothing is at stake.");

        return new Authority(
            authority, given.Need("--audience", "for whom the authority's tokens must be"),
            [.. given.Need("--hosts", "the names under which this gateway answers, separated by commas").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            insecure || authority.Scheme != Uri.UriSchemeHttps);
    }
}
