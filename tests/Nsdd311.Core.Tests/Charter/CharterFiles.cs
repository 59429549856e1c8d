using System.Text;
using Nsdd311.Charters;

namespace Nsdd311.Tests.Charters;

/// <summary>Charter files beside the tests, and changes to them.</summary>
internal static class CharterFiles
{
    public static byte[] Second => Bytes("second.json");

    public static byte[] Broken => Bytes("broken.json");

    /// <summary>The built-in charter with one piece of its text replaced. The piece must stand there, or the test tests nothing.</summary>
    public static CharterReading Nsdd311With(string piece, string other)
    {
        var text = Encoding.UTF8.GetString(Nsdd311Charter.Bytes.Span);
        text.Should().Contain(piece);
        var at = text.IndexOf(piece, StringComparison.Ordinal);
        return CharterFile.Parse(Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), other, text.AsSpan(at + piece.Length))));
    }

    public static ValueList<CharterFault> Faults(this CharterReading reading) => reading is CharterReading.Faulty { Faults: var faults } ? faults : [];

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "charters", name));
}
