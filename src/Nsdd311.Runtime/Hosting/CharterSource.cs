using Nsdd311.Charters;

namespace Nsdd311.Runtime.Hosting;

/// <summary>Where the charter comes from: a file, or what is built in.</summary>
public static class CharterSource
{
    /// <summary>The charter with the bytes that it was read from.</summary>
    /// <exception cref="StartRefusedException">The file cannot be read, or has faults; all of them are listed.</exception>
    public static (Charter Charter, ReadOnlyMemory<byte> Bytes) Of(string? file)
    {
        var bytes = file is null ? Nsdd311Charter.Bytes : Read(file);
        return (Parse(bytes, file ?? "the charter that is built in"), bytes);
    }

    /// <summary>A charter that the store has kept.</summary>
    public static Charter Stored(ReadOnlyMemory<byte> bytes) => Parse(bytes, "a charter in the store");

    private static Charter Parse(ReadOnlyMemory<byte> bytes, string what) => CharterFile.Parse(bytes) switch
    {
        CharterReading.Sound sound => sound.Charter,
        CharterReading.Faulty faulty => throw new StartRefusedException(
            $"Nothing was started: {what} has {faulty.Faults.Count} fault(s).{Environment.NewLine}{string.Join(Environment.NewLine, faulty.Faults.Select(fault => $"  {fault}"))}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ReadOnlyMemory<byte> Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The charter cannot be read: {e.Message}", e);
        }
    }
}
