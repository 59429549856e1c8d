using Nsdd311.Marking;

namespace Nsdd311.Proposals;

/// <summary>What is enclosed with a paper (8-charter, annex C): its bytes lie beside the journal, under their hash.</summary>
/// <remarks>
/// It goes with the text version with which it came and with every later one until it is taken out (docs/adr/0014). It is read by whoever may read
/// its mark and its title's; to everybody else it is not there.
/// </remarks>
/// <param name="Number">In the matter, from 1; never given twice.</param>
/// <param name="Title">What it is; portion-marked by itself.</param>
/// <param name="Mark">Of its content as a whole.</param>
/// <param name="MediaType">One of <see cref="MediaTypes"/>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Content">The name of its bytes.</param>
/// <param name="TextVersion">The first text version with which it goes; may be the next one.</param>
/// <param name="RemovedFrom">The first text version with which it goes no more; null while it is not taken out.</param>
public sealed record Attachment(
    int Number, MarkedText Title, PortionMark Mark, string MediaType, long Size, ContentHash Content, int TextVersion, int? RemovedFrom)
{
    /// <summary>Attachments of one matter, at most, those taken out included.</summary>
    public const int Most = 100;

    /// <summary>The largest one: 20 MiB.</summary>
    public const int LargestSize = 20 * 1024 * 1024;

    /// <summary>Whether it goes with this text version.</summary>
    public bool GoesWith(int version) => TextVersion <= version && !(RemovedFrom <= version);

    /// <summary>Whether it went with any text version: one that was taken out before its text came to the table is as if it had never been there.</summary>
    public bool IsOfRecord => !(RemovedFrom <= TextVersion);

    /// <summary>Its marks: that of the content, and its title's.</summary>
    public ValueList<PortionMark> Marks => [Mark, Title.Mark];
}

/// <summary>As what an attachment may be sent. A closed list, so that it leaves no room for free words, which would be read without a mark (docs/adr/0008).</summary>
public static class MediaTypes
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["application/msword"] = "doc",
        ["application/octet-stream"] = "bin",
        ["application/pdf"] = "pdf",
        ["application/rtf"] = "rtf",
        ["application/vnd.oasis.opendocument.spreadsheet"] = "ods",
        ["application/vnd.oasis.opendocument.text"] = "odt",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = "pptx",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "xlsx",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "docx",
        ["image/jpeg"] = "jpg",
        ["image/png"] = "png",
        ["image/tiff"] = "tif",
        ["text/csv"] = "csv",
        ["text/plain"] = "txt",
    };

    /// <summary>All of them.</summary>
    public static ValueList<string> All { get; } = Endings.Keys.ToValueList();

    /// <summary>How the name of such a file ends; null for a media type that is none of them.</summary>
    public static string? EndingOf(string mediaType) => Endings.GetValueOrDefault(mediaType);
}
