using System.Security.Cryptography;
using System.Text.Json;

namespace Nsdd311.Charters;

/// <summary>Reads a charter file: UTF-8 JSON in the form of the charter that is built in (<see cref="Nsdd311Charter"/>).</summary>
public static class CharterFile
{
    /// <summary>The charter, or every fault in it at once. Never an exception, whatever the bytes are.</summary>
    /// <param name="utf8">The file. Its digest becomes part of the charter's version, so a changed byte is another charter.</param>
    public static CharterReading Parse(ReadOnlyMemory<byte> utf8)
    {
        List<CharterFault> faults = [];
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var draft = CharterReader.Read(document.RootElement, faults);
            if (draft is not null) CharterChecks.Check(draft, faults);

            return faults.Count == 0
                ? new CharterReading.Sound(draft!.Sealed(Digest(utf8)))
                : new CharterReading.Faulty(faults.Distinct().ToValueList());
        }
        catch (JsonException fault)
        {
            return new CharterReading.Faulty([new("$", $"is not JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.")]);
        }
        catch (InvalidOperationException)
        {
            // The one way in which reading a JSON text fails late: bytes or escapes that are no Unicode.
            return new CharterReading.Faulty([.. faults.Distinct(), new("$", "holds text that is not Unicode; save the file as UTF-8.")]);
        }
    }

    private static string Digest(ReadOnlyMemory<byte> utf8) => Convert.ToHexStringLower(SHA256.HashData(utf8.Span))[..16];
}
