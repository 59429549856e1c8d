using System.Buffers.Text;
using System.Text;

namespace Nsdd311.Bench.Load;

/// <summary>What a matter's client was told last: the store must show it afterwards, or more.</summary>
/// <param name="Id">Which matter.</param>
/// <param name="Version">The highest version that an answer carried.</param>
/// <param name="Cleared">Whether the clearance with its hold was acknowledged.</param>
internal readonly record struct Acknowledged(Guid Id, int Version, bool Cleared)
{
    /// <summary>Reads the matter again; null if all is there, else what is not.</summary>
    public string? Missing(Wire wire, Work work)
    {
        Span<byte> id = stackalloc byte[36];
        Utf8Formatter.TryFormat(Id, id, out _);
        var status = wire.Exchange(work.Read(id));
        if (status != 200) return $"{Id}: {status}";

        var version = VersionOf(wire);
        if (version < Version) return $"{Id}: version {version}, acknowledged was {Version}";

        return Cleared && !IsCleared(wire) ? $"{Id}: not cleared with its hold: {Encoding.UTF8.GetString(wire.Body)}" : null;
    }

    /// <summary>The version in the ETag of the last answer.</summary>
    public static int VersionOf(Wire wire) =>
        Utf8Parser.TryParse(wire.Header("ETag:"u8).TrimStart((byte)'"'), out int version, out _) ? version : 0;

    /// <summary>Whether the last answer shows that the ledger holds the matter's units; what clears it may follow in the same append.</summary>
    public static bool IsHeld(Wire wire) => wire.Body.IndexOf("\"status\":\"held\""u8) >= 0 || IsCleared(wire);

    /// <summary>Whether the last answer shows a matter that is cleared.</summary>
    public static bool IsCleared(Wire wire) => wire.Body.IndexOf("\"status\":\"cleared\""u8) >= 0;
}
