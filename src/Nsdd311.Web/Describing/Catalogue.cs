using System.Text.RegularExpressions;

namespace Nsdd311.Web.Describing;

/// <summary>A code, its status, and when it is answered.</summary>
internal sealed record KnownCode(int Status, string Code, string When);

/// <summary>The page of refusals as data, by its headings. The page is compared with the code by a test, so the description is never behind it.</summary>
internal static partial class Catalogue
{
    private static readonly Dictionary<string, KnownCode[]> Sections = Read();

    /// <summary>The headings under which codes are listed.</summary>
    public static IReadOnlyCollection<string> Headings => Sections.Keys;

    /// <summary>The codes under a heading.</summary>
    public static IReadOnlyList<KnownCode> Of(string heading) => Sections[heading];

    /// <summary>The status with which a code is answered; null for a code that is never answered by itself.</summary>
    public static int? StatusOf(string code) => Sections.Values.SelectMany(section => section).FirstOrDefault(known => known.Code == code)?.Status;

    private static Dictionary<string, KnownCode[]> Read()
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream("REFUSALS.md") ?? throw new InvalidOperationException("The page of refusals is not built in.");
        using var page = new StreamReader(stream);
        return page.ReadToEnd().Split("\n## ").Skip(1)
            .ToDictionary(
                section => section[..section.IndexOf('\n')].Trim(),
                section => Line().Matches(section).Select(line => new KnownCode(int.Parse(line.Groups[2].Value), line.Groups[1].Value, line.Groups[3].Value)).ToArray());
    }

    [GeneratedRegex(@"^\| `([a-z0-9.-]+)` \| (\d{3}) \| (.+) \|\s*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
