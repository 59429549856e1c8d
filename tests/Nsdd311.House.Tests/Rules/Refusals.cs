using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Nsdd311.House;

/// <summary>A code that callers may build on, and the status that its kind earns it.</summary>
internal sealed record RefusalCode(string Code, string Status, string Where)
{
    /// <summary>Told by the web itself; the same code may stand there in several places.</summary>
    public bool IsWebs => Where.Contains('/');
}

/// <summary>docs/REFUSALS.md against the code: everything is listed, with its status, and nothing else is.</summary>
internal static partial class Refusals
{
    private static readonly Dictionary<RefusalKind, string> Statuses = new()
    {
        [RefusalKind.Malformed] = "400", [RefusalKind.Absent] = "404", [RefusalKind.Seat] = "403", [RefusalKind.Form] = "422", [RefusalKind.Process] = "409",
    };

    /// <summary>Reads <c>record Name(…) : …Refusal("code"</c>; a record that derives otherwise has no code.</summary>
    public static IEnumerable<(string Record, string Code)> InSource(string text) =>
        Declaration().Matches(SourceText.Of(text).CodeAndLiterals).Select(match => (match.Groups["record"].Value, match.Groups["code"].Value));

    /// <summary>The refusals of an assembly, each with the code that its source gives it.</summary>
    public static IEnumerable<RefusalCode> Of(IEnumerable<Type> types, IReadOnlyDictionary<string, string> codes) =>
        from type in types
        where type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract
        select new RefusalCode(codes.GetValueOrDefault(type.Name, ""), Statuses[KindOf(type)], type.Name);

    /// <summary>The problems that the web tells by itself: <c>(404, "code"</c>, and faults of form, which are 422.</summary>
    public static IEnumerable<RefusalCode> InWeb(string path, string text)
    {
        var source = SourceText.Of(text).CodeAndLiterals;
        return Problem().Matches(source).Select(match => new RefusalCode(
            match.Groups["code"].Value, match.Groups["status"] is { Success: true, Value: var status } ? status : "422", $"{path}:{Violation.LineOf(source, match.Index)}"));
    }

    /// <summary>The rows of every table whose first column is a code.</summary>
    public static IEnumerable<RefusalCode> InDocument(string text) =>
        Row().Matches(text).Select(match => new RefusalCode(match.Groups["code"].Value, match.Groups["status"].Value.Trim(), $"line {Violation.LineOf(text, match.Index)}"));

    /// <summary>What is wrong between the code's refusals and the page.</summary>
    public static IEnumerable<Violation> Differences(IReadOnlyCollection<RefusalCode> own, IReadOnlyCollection<RefusalCode> listed, Func<string, bool> isWritten)
    {
        foreach (var refusal in own.Where(refusal => refusal.Code == "")) yield return new(refusal.Where, "write the code as a literal beside the base record: Refusal(\"…\"");

        foreach (var twice in own.Where(refusal => refusal.Code != "" && !refusal.IsWebs).GroupBy(refusal => refusal.Code).Where(group => group.Count() > 1))
            yield return new(string.Join(", ", twice.Select(refusal => refusal.Where)), $"{twice.Key} is the code of several refusals");

        foreach (var refusal in own.Where(refusal => refusal.Code != ""))
        {
            var rows = listed.Where(row => row.Code == refusal.Code).ToList();
            if (rows.Count == 0) yield return new(refusal.Where, $"{refusal.Code} ({refusal.Status}) is not in docs/REFUSALS.md");

            foreach (var row in rows.Where(row => row.Status != refusal.Status))
                yield return new($"docs/REFUSALS.md {row.Where}", $"{row.Code} is answered with {refusal.Status}, not {row.Status}");
        }

        foreach (var row in listed.Where(row => !isWritten(row.Code))) yield return new($"docs/REFUSALS.md {row.Where}", $"no source writes {row.Code}");
    }

    private static RefusalKind KindOf(Type type) => ((Refusal)RuntimeHelpers.GetUninitializedObject(type)).Kind;

    [GeneratedRegex(@"\brecord\s+(?<record>\w+)\s*(\((?:[^()]|\([^()]*\))*\))?\s*:\s*\w*Refusal\s*\(\s*""(?<code>[^""]*)""")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(\(\s*(?<status>[45]\d\d)\s*,\s*|\bFault\(\s*(?=""[a-z-]+\.))""(?<code>[a-z][a-z0-9.-]+)""")]
    private static partial Regex Problem();

    [GeneratedRegex(@"^\|\s*`(?<code>[a-z][a-z0-9-]*(\.[a-z0-9.-]+)?)`\s*\|(?<status>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
