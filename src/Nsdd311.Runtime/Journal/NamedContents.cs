using System.Text.Json;
using Nsdd311.Proposals;
using Nsdd311.Runtime.Json;

namespace Nsdd311.Runtime.Journal;

/// <summary>Looks for the contents that rows name, each once.</summary>
internal sealed class NamedContents(IContentStore store)
{
    private static readonly string Attached = StoredNames.Proposal[typeof(ProposalEvent.Attached)];

    private readonly HashSet<ContentHash> sound = [];

    /// <summary>How many were found sound.</summary>
    public long Count => sound.Count;

    /// <summary>What is wrong with the content that a row names, as the end of a sentence that begins with the row; null if nothing is, or if it names none.</summary>
    public async Task<string?> FaultOf(JournalRow row, CancellationToken cancellationToken)
    {
        if (row.Type != Attached) return null;
        if (NamedBy(row) is not { } hash) return "it names no content, as it should";
        if (sound.Contains(hash)) return null;
        if (await store.ReadContent(hash, cancellationToken) is not { } bytes) return $"the content {hash} that it names is missing";
        if (ContentHash.Of(bytes.Span) != hash) return $"the content {hash} that it names was changed";

        sound.Add(hash);
        return null;
    }

    private static ContentHash? NamedBy(JournalRow row)
    {
        try
        {
            return ((ProposalEvent.Attached)JournalJson.Read(row.Payload.Span, typeof(ProposalEvent.Attached))).Attachment.Content;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
