using System.Security.Cryptography;
using System.Text;

namespace Nsdd311.Runtime.Journal;

/// <summary>The name under which a store keeps the audiences of a matter: matters with the same audiences share it, and there are few of them.</summary>
public static class AudienceSet
{
    /// <summary>Sixteen bytes of SHA-256 over the distinct audiences in ordinal order, each with its length.</summary>
    public static byte[] IdOf(ValueList<string> audiences)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var bytes in audiences.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes))
        {
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset()[..16];
    }
}
