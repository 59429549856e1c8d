using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nsdd311.Web.Conventions;

/// <summary>Cursors that only we can make, good for one subject and one question.</summary>
/// <param name="key">32 bytes of this deployment.</param>
internal sealed class Cursors(byte[] key)
{
    private const int MacLength = 16;

    /// <summary>A cursor that stands after this row.</summary>
    public string Make(PersonId subject, string question, string after)
    {
        var payload = Encoding.UTF8.GetBytes(after);
        return Base64Url.EncodeToString([.. Mac(subject, question, payload), .. payload]);
    }

    /// <summary>The row that the cursor stands after; null if it is not ours, not this subject's, or of another question.</summary>
    public string? Read(PersonId subject, string question, string cursor)
    {
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(cursor);
        }
        catch (FormatException)
        {
            return null;
        }

        if (bytes.Length < MacLength) return null;

        var payload = bytes.AsSpan(MacLength);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacLength), Mac(subject, question, payload)) ? Encoding.UTF8.GetString(payload) : null;
    }

    private byte[] Mac(PersonId subject, string question, ReadOnlySpan<byte> payload) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{subject}\n{question}\n{Convert.ToHexStringLower(payload)}"))[..MacLength];
}
