using System.Security.Cryptography;
using System.Text;

namespace Nsdd311.Web.SignIn;

/// <summary>The key of a local deployment: whoever can read its file may sign in as anybody of the roster. Everything else secret is derived from it.</summary>
public sealed class LocalKey
{
    private readonly byte[] bytes;

    private LocalKey(string text)
    {
        Text = text;
        bytes = Encoding.ASCII.GetBytes(text);
    }

    /// <summary>The key as it stands in its file and in <c>X-Local-Key</c>: 64 hex digits.</summary>
    public string Text { get; }

    /// <summary>The key in this file, made at the first start; readable by its owner alone.</summary>
    /// <exception cref="InvalidDataException">The file holds no key.</exception>
    public static LocalKey OfFile(string path)
    {
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(path, Encoding.ASCII, options);
            file.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        }

        var text = File.ReadAllText(path).Trim();
        return text.Length == 64 && text.All(char.IsAsciiHexDigit) ? new(text) : throw new InvalidDataException($"{path} holds no local key; remove it, and a new one is made at the next start.");
    }

    /// <summary>Whether this is the key; takes the same time whatever it is.</summary>
    public bool Is(string? candidate) => candidate is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), bytes);

    /// <summary>32 bytes for one purpose.</summary>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, 32, info: Encoding.ASCII.GetBytes(purpose));
}
