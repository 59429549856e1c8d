namespace Nsdd311.Imports;

/// <summary>What may be asked of a file's import. Its key is the SHA-256 of the file's bytes.</summary>
public abstract record ImportCommand
{
    private ImportCommand() { }

    /// <summary>Imports the file, whole or not at all.</summary>
    /// <param name="Bytes">The file; the caller has limited its size.</param>
    public sealed record ImportFile(ReadOnlyMemory<byte> Bytes) : ImportCommand;

    /// <summary>A pair has answered a lot.</summary>
    /// <param name="ObligationId">What was owed.</param>
    /// <param name="RefusedWith">The code, if the pair refused it for good.</param>
    public sealed record RecordPosted(string ObligationId, string? RefusedWith) : ImportCommand;

    /// <summary>Sent by the engine; an import has no deadline.</summary>
    public sealed record CheckDeadline : ImportCommand;
}
