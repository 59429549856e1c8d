using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Nsdd311.House;

/// <summary>What a document shows is there: files it names, pages it links to, commands it prints.</summary>
internal static partial class Documents
{
    private static readonly string[] Endings = [".md", ".sh", ".cs", ".csproj", ".sln", ".slnf", ".props", ".json", ".yml", ".config", ".http", ".txt", ".csv"];

    /// <summary>Folders at the root, and whatever begins with a dot and is ours.</summary>
    private static readonly string[] Rooms = ["src/", "tests/", "docs/", "requests/", "standalone/", "silo/", "gateway/", "ops/", "bench/", ".ci/"];

    /// <summary>Paths in inline code and targets of links that are not in the repository.</summary>
    public static IEnumerable<Violation> Paths(string document, string text, Func<string, bool> exists, IReadOnlyCollection<string> names)
    {
        var prose = Fence().Replace(text, match => new string('\n', match.Value.Count(c => c == '\n')));
        var folder = document.Contains('/') ? document[..(document.LastIndexOf('/') + 1)] : "";

        return Violation.ForEach(Span(), document, prose, match => match.Groups["path"].Value)
            .Where(found => IsOurs(found.What) && !exists(found.What.TrimEnd('/')) && !names.Contains(found.What))
            .Concat(Violation.ForEach(Link(), document, prose, match => match.Groups["path"].Value)
                .Where(found => !found.What.Contains(':') && found.What != "" && !exists(Normal(folder + found.What))))
            .Select(found => found with { What = $"{found.What} is not in the repository" });
    }

    /// <summary>The commands of a document: the lines of its <c>sh</c> blocks that call dotnet or a script of ours, without their comments.</summary>
    public static IEnumerable<string> Commands(string text) =>
        from block in ShellBlock().Matches(text)
        from line in block.Groups["lines"].Value.Split('\n')
        let command = line.Split(" #")[0].Trim()
        where command.StartsWith("dotnet") || command.StartsWith("./")
        select command;

    /// <summary>What a Dockerfile publishes and starts is a host of ours.</summary>
    public static IEnumerable<Violation> Container(string path, string text, IReadOnlyCollection<(string Folder, string Assembly)> hosts) =>
        Violation.ForEach(Publish(), path, text, match => match.Groups["folder"].Value).Where(found => hosts.All(host => host.Folder != found.What))
            .Concat(Violation.ForEach(Entry(), path, text, match => match.Groups["assembly"].Value).Where(found => hosts.All(host => host.Assembly != found.What)))
            .Select(found => found with { What = $"{found.What} is not a host of this repository" });

    /// <summary>Values of anything that is called a secret.</summary>
    public static IEnumerable<Violation> Secrets(string path, string text) =>
        Violation.ForEach(Secret(), path, text, match => $"{match.Groups["name"].Value} has its value here; keep it elsewhere");

    /// <summary>The assembly that a project makes.</summary>
    public static string AssemblyOf(string path, string csproj) =>
        XDocument.Parse(csproj).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(path);

    private static bool IsOurs(string span) =>
        span.IndexOfAny(['*', '…', ' ', '<', '{', '$', '=']) < 0 && !span.StartsWith('/') && !span.StartsWith("./data")
        && (Rooms.Any(span.StartsWith) || (Endings.Any(span.EndsWith) && span[0] != '.'));

    private static string Normal(string path)
    {
        var parts = new Stack<string>();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part == "..") parts.TryPop(out _);
            else parts.Push(part);
        }

        return string.Join('/', parts.Reverse());
    }

    [GeneratedRegex(@"dotnet publish (?<folder>\S+)")]
    private static partial Regex Publish();

    [GeneratedRegex(@"ENTRYPOINT.*""(?<assembly>[\w.]+)\.dll""")]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?<name>\w*(PASSWORD|SECRET|TOKEN|KEY))\s*[:=]\s*(?!\$\{|\?)[^\s#]", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^```sh\n(?<lines>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();

    [GeneratedRegex(@"`(?<path>[^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\((?<path>[^)#\s]*)(#[^)]*)?\)")]
    private static partial Regex Link();
}
