namespace Nsdd311.Charters;

/// <summary>The charter of NSDD-311, <em>US-Soviet Defense and Military Relations</em>, 28 July 1988: what a deployment runs under if it is given no other.</summary>
public static class Nsdd311Charter
{
    /// <summary>The file, as it is built in.</summary>
    public static ReadOnlyMemory<byte> Bytes { get; } = Resource();

    /// <summary>The charter. A fault in it is a fault in the build.</summary>
    public static Charter Load() => CharterFile.Parse(Bytes) switch
    {
        CharterReading.Sound sound => sound.Charter,
        CharterReading.Faulty faulty => throw new InvalidOperationException($"The charter that is built in has faults: {string.Join(" ", faulty.Faults)}"),
        var other => throw new InvalidOperationException($"{other} is no reading."),
    };

    private static byte[] Resource()
    {
        using var stream = typeof(Nsdd311Charter).Assembly.GetManifestResourceStream("Nsdd311.nsdd-311.json")
            ?? throw new InvalidOperationException("The charter is not built in.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
