using System.Buffers.Text;
using System.Text;

namespace Nsdd311.Bench.Load;

/// <summary>The bytes of one request, made once; identity, key and pair are written into their places before each sending.</summary>
internal sealed class Template
{
    private const string Id = "________-____-____-____-____________";
    private const string Key = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk";
    private readonly byte[] bytes;
    private readonly int idAt;
    private readonly int keyAt;
    private readonly int officeAt;
    private readonly int counterpartAt;

    /// <param name="address">Whose.</param>
    /// <param name="request">Method and path; <c>{id}</c> stands for the matter.</param>
    /// <param name="headers">More lines, each with its end.</param>
    /// <param name="body">JSON; empty for none. A pair in it is the one of number 99999.</param>
    public Template(Uri address, string request, string headers, string body)
    {
        var text = new StringBuilder($"{request.Replace("{id}", Id, StringComparison.Ordinal)} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}");
        if (body.Length > 0) text.Append($"Idempotency-Key: {Key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        text.Append("\r\n").Append(body);
        bytes = Encoding.UTF8.GetBytes(text.ToString());
        idAt = At(Id, 0);
        keyAt = At(Key, 0);
        officeAt = At("office-99999", "office-".Length);
        counterpartAt = At("counterpart-99999", "counterpart-".Length);
    }

    /// <summary>The request for this matter under this key.</summary>
    public ReadOnlySpan<byte> For(ReadOnlySpan<byte> id, long vetting, int run, int pair)
    {
        if (idAt >= 0) id.CopyTo(bytes.AsSpan(idAt));
        if (keyAt >= 0)
        {
            Utf8Formatter.TryFormat(run, bytes.AsSpan(keyAt, 16), out _, new('D', 16));
            Utf8Formatter.TryFormat(vetting, bytes.AsSpan(keyAt + 16, 16), out _, new('D', 16));
        }

        if (officeAt >= 0) Utf8Formatter.TryFormat(pair, bytes.AsSpan(officeAt, Charters.Digits), out _, new('D', Charters.Digits));
        if (counterpartAt >= 0) Utf8Formatter.TryFormat(pair, bytes.AsSpan(counterpartAt, Charters.Digits), out _, new('D', Charters.Digits));
        return bytes;
    }

    private int At(string mark, int offset) => bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) is var at and >= 0 ? at + offset : -1;
}
