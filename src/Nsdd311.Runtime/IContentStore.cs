namespace Nsdd311.Runtime;

/// <summary>The bytes of attachments, each under its hash, in the same store as the journal. Nothing is ever changed or taken away.</summary>
/// <remarks>Who writes an event that names a content writes the content before: what the journal names is there, whatever crashes in between.</remarks>
public interface IContentStore
{
    /// <summary>Keeps bytes under their name; completes when they are as durable as a row of the journal. The same content again changes nothing.</summary>
    /// <param name="hash">Their hash.</param>
    /// <param name="bytes">The bytes; they do not change any more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task WriteContent(ContentHash hash, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>The bytes that lie under a name; null if there are none. Whoever hands them on checks that they are what the name says.</summary>
    Task<ReadOnlyMemory<byte>?> ReadContent(ContentHash hash, CancellationToken cancellationToken);
}
