using System.Security.Cryptography;
using System.Text;

namespace Nsdd311.Web.SignIn;

/// <summary>The key of a local deployment: whoever can read its file may sign in as anybody of the roster. Everything else secret is derived from it.</summary>
public sealed class LocalKey
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly byte[] bytes;

    private LocalKey(string text)
    {
        Text = text;
        bytes = Encoding.ASCII.GetBytes(text);
    }

    /// <summary>The key as it stands in its file and in <c>X-Local-Key</c>: 64 hex digits.</summary>
    public string Text { get; }

    /// <summary>The key in this file, made at the first start; readable by its owner alone.</summary>
    /// <exception cref="InvalidDataException">The file holds something, and no key.</exception>
    /// <exception cref="IOException">The file cannot be made, or another process has kept it for five seconds.</exception>
    public static LocalKey OfFile(string path)
    {
        var text = Read(path);
        return text.Length == 64 && text.All(char.IsAsciiHexDigit) ? new(text) : throw new InvalidDataException($"{path} holds no local key; remove it, and a new one is made at the next start.");
    }

    // Another process that starts together with this one has the file for itself for a moment.
    private static string Read(string path)
    {
        string? text = null;
        SpinWait.SpinUntil(() => (text = ReadIfFree(path)) is not null, Patience);
        return text ?? MakeAndRead(path);
    }

    private static string? ReadIfFree(string path)
    {
        try
        {
            return MakeAndRead(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string MakeAndRead(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 }) Make(path);
        return File.ReadAllText(path).Trim();
    }

    // Whoever is killed between making the file and its one write leaves it empty, and an empty file is filled at the next start. Of those who
    // start together one has the file for itself; the others find it filled.
    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        if (file.Length > 0) return;

        file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Whether this is the key; takes the same time whatever it is.</summary>
    public bool Is(string? candidate) => candidate is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), bytes);

    /// <summary>32 bytes for one purpose.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, 32, info: Encoding.ASCII.GetBytes(purpose));
}
