using System.Text.RegularExpressions;
using Nsdd311.Web.Tests.Hosting;

namespace Nsdd311.Web.Tests.Requests;

/// <summary>A file of requests as editors send them, with what to expect below each: <c>### → 201 in-vetting stage=concept — in words</c>.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Clock">Where the exercise clock starts, as the command in its head says.</param>
/// <param name="Variables">Lines such as <c>@host = …</c>.</param>
/// <param name="Requests">From top to bottom.</param>
internal sealed partial record HttpFile(string Name, string Clock, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<WrittenRequest> Requests)
{
    /// <summary>Every file of the folder.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Repository.PathOf("requests"), "*.http").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    /// <summary>Reads a file of the folder.</summary>
    public static HttpFile Read(string name) => Parse(name, File.ReadAllLines(Repository.PathOf($"requests/{name}")));

    /// <summary>Reads lines. A block begins with <c>###</c>; one whose title is an arrow says what to expect of the request above it.</summary>
    /// <exception cref="FormatException">Something in it is not as it should be; the line is named.</exception>
    public static HttpFile Parse(string name, IReadOnlyList<string> lines)
    {
        var starts = Enumerable.Range(0, lines.Count).Where(at => lines[at].StartsWith("###", StringComparison.Ordinal)).Append(lines.Count).ToArray();
        var head = lines.Take(starts[0]).ToArray();
        List<WrittenRequest> requests = [];
        WrittenRequest? asked = null;
        foreach (var (from, to) in starts.Zip(starts.Skip(1)))
        {
            var block = lines.Skip(from + 1).Take(to - from - 1).ToArray();
            if (Expected.Line().Match(lines[from]) is { Success: true } expected)
            {
                requests.Add((asked ?? throw new FormatException($"{name}:{from + 1} expects something of no request")) with { Expects = Expected.Of(expected) });
                asked = null;
            }
            else
            {
                if (asked is not null) throw new FormatException($"{name}:{asked.Line} says nothing of what to expect");
                asked = WrittenRequest.Parse($"{name}:{from + 1}", block) with { Line = from + 1 };
            }
        }

        if (asked is not null) throw new FormatException($"{name}:{asked.Line} says nothing of what to expect");
        return new(name, ClockOf(name, head), head.Select(line => Variable().Match(line)).Where(line => line.Success).ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value), requests);
    }

    private static string ClockOf(string name, IEnumerable<string> head) =>
        head.Select(line => Started().Match(line)).FirstOrDefault(line => line.Success)?.Groups[1].Value
        ?? throw new FormatException($"{name} does not say how the service is started");

    [GeneratedRegex(@"^@(\w+)\s*=\s*(.*?)\s*$")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^#\s+dotnet run --project standalone -- --data \S+ --clock (\S+)$")]
    private static partial Regex Started();
}

/// <summary>A request as it is written, its variables not yet filled in.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Name">How later requests call its answer; null if none does.</param>
/// <param name="Method">Its method.</param>
/// <param name="Address">Its address.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body; <c>&lt; path</c> stands for the bytes of a file.</param>
/// <param name="Expects">What to expect.</param>
internal sealed partial record WrittenRequest(
    int Line, string? Name, string Method, string Address, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body, Expected Expects)
{
    /// <summary>Reads the lines of a block.</summary>
    public static WrittenRequest Parse(string where, IReadOnlyList<string> block)
    {
        var first = block.TakeWhile(line => line.StartsWith('#')).Count();
        var named = block.Take(first).Select(line => Naming().Match(line)).FirstOrDefault(line => line.Success)?.Groups[1].Value;
        var request = Start().Match(first < block.Count ? block[first] : "");
        if (!request.Success) throw new FormatException($"{where} is no request");

        var headers = block.Skip(first + 1).TakeWhile(line => line.Length > 0).Select(line => line.Split(": ", 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1])).ToArray();
        return new(0, named, request.Groups[1].Value, request.Groups[2].Value, headers, string.Join('\n', block.Skip(first + 1 + headers.Length)).Trim(), Expected.Nothing);
    }

    [GeneratedRegex(@"^# @name (\w+)$")]
    private static partial Regex Naming();

    [GeneratedRegex(@"^(GET|POST|PUT) (\S+)$")]
    private static partial Regex Start();
}

/// <summary>What a file says of an answer.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Word">The state of the matter, or the code of the problem; null if neither is said.</param>
/// <param name="Members">Members by their path.</param>
internal sealed partial record Expected(int Status, string? Word, IReadOnlyDictionary<string, string> Members)
{
    /// <summary>Nothing said yet.</summary>
    public static Expected Nothing { get; } = new(0, null, new Dictionary<string, string>());

    /// <summary>What a matching line says.</summary>
    public static Expected Of(Match line)
    {
        var words = line.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(
            int.Parse(line.Groups[1].Value), words.FirstOrDefault(word => !word.Contains('=')),
            words.Where(word => word.Contains('=')).Select(word => word.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]));
    }

    /// <summary>A line that says what to expect.</summary>
    [GeneratedRegex(@"^### → (\d{3})((?: [^ —]+)*)(?: — .+)?$")]
    public static partial Regex Line();
}
