using System.Net;
using System.Net.Sockets;

namespace Nsdd311.Bench.Load;

/// <summary>One keep-alive connection of HTTP/1.1, blocking, without an allocation per request.</summary>
internal sealed class Wire : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private readonly Socket socket;
    private byte[] buffer = new byte[64 * 1024];
    private int headLength;
    private int bodyLength;

    public Wire(Uri address, TimeSpan patience)
    {
        socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = (int)patience.TotalMilliseconds };
        socket.Connect(IPAddress.Parse(address.Host), address.Port);
    }

    /// <summary>The head of the last answer, and its body; good until the next request.</summary>
    public ReadOnlySpan<byte> Head => buffer.AsSpan(0, headLength);

    public ReadOnlySpan<byte> Body => buffer.AsSpan(headLength, bodyLength);

    /// <summary>Sends the request and reads the whole answer; returns its status.</summary>
    /// <exception cref="IOException">The connection broke before the answer was complete.</exception>
    public int Exchange(ReadOnlySpan<byte> request)
    {
        try
        {
            socket.Send(request);
            return Receive();
        }
        catch (SocketException e)
        {
            throw new IOException("The connection broke.", e);
        }
    }

    /// <summary>The value of a header of the last answer; empty if it is not there.</summary>
    public ReadOnlySpan<byte> Header(ReadOnlySpan<byte> nameAndColon)
    {
        var head = Head;
        var at = head.IndexOf(nameAndColon);
        if (at < 0) return [];

        var value = head[(at + nameAndColon.Length)..];
        return value[..value.IndexOf((byte)'\r')].Trim((byte)' ');
    }

    public void Dispose() => socket.Dispose();

    private int Receive()
    {
        var have = 0;
        int end;
        while ((end = buffer.AsSpan(0, have).IndexOf(EndOfHead)) < 0) have += More(have);

        headLength = end + EndOfHead.Length;
        if (Header("Transfer-Encoding:"u8).Length > 0) throw new InvalidOperationException("An answer in chunks is not read here; say its length.");

        bodyLength = Number(Header("Content-Length:"u8));
        if (headLength + bodyLength > buffer.Length) Array.Resize(ref buffer, headLength + bodyLength);
        while (have < headLength + bodyLength) have += More(have);

        return Number(buffer.AsSpan(9, 3));
    }

    private int More(int have)
    {
        if (have == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = socket.Receive(buffer.AsSpan(have));
        return read > 0 ? read : throw new IOException("The connection was closed.");
    }

    private static int Number(ReadOnlySpan<byte> digits) => System.Buffers.Text.Utf8Parser.TryParse(digits, out int number, out _) ? number : 0;
}
