using System.Net;
using System.Net.Sockets;

namespace Nsdd311.Runtime.Hosting;

/// <summary>Where a process listens: <c>http://127.0.0.1:5311</c>, several separated by semicolons.</summary>
/// <remarks>
/// A web server takes every name that it does not know for all addresses of the machine, and reads other things out of a text than whoever checks it. So only an
/// address of the machine or <c>localhost</c> is taken, and the server is handed what was checked and not what was typed.
/// </remarks>
public static class Listening
{
    /// <summary>The addresses, each as scheme, host and port.</summary>
    /// <param name="option">Where they were given, for what is said of a fault.</param>
    /// <param name="text">As they were given.</param>
    /// <exception cref="StartRefusedException">One of them is none.</exception>
    public static string At(string option, string text) => string.Join(';', text.Split(';').Select(one => Checked(option, one)));

    /// <summary>Whether only this machine can reach them.</summary>
    /// <param name="addresses">As <see cref="At"/> gave them.</param>
    public static bool IsLoopback(string addresses) => addresses.Split(';').All(one => new Uri(one).IsLoopback);

    /// <summary>Whether nobody can listen there: the address is taken, is not one of this machine, or is not this user's to take.</summary>
    public static bool IsRefused(Exception fault) => fault is IOException or SocketException;

    private static string Checked(string option, string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || !IsPlain(uri))
            throw new StartRefusedException($"The option {option} is an address such as http://127.0.0.1:5311, with 0.0.0.0 or [::] for all of this machine, or several separated by semicolons; '{text}' is none.");

        return uri.Scheme == Uri.UriSchemeHttp
            ? $"{uri.Scheme}://{uri.Host}:{uri.Port}"
            : throw new StartRefusedException($"The option {option} is an address without TLS, which ends in front of this program; '{text}' is not.");
    }

    private static bool IsPlain(Uri uri) =>
        (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "" } && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host, out _));
}
