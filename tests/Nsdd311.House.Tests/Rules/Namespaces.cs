using System.Text.RegularExpressions;

namespace Nsdd311.House;

/// <summary>Namespaces that only some rooms may open.</summary>
internal static partial class Namespaces
{
    private static readonly (string Namespace, string[] Rooms)[] Table =
    [
        ("Orleans", [.. Arrows.NeedOrleans, "bench"]),
        ("Microsoft.Data.Sqlite", ["src/Nsdd311.Sqlite", "tests", "bench"]),
        ("Npgsql", ["src/Nsdd311.Postgres", "tests", "bench"]),
        ("Microsoft.AspNetCore", ["src/Nsdd311.Web", "standalone", "gateway", "silo", "tests", "bench"]),
    ];

    public static IEnumerable<Violation> In(string path, string text) =>
        Table.Where(row => !row.Rooms.Any(room => path.StartsWith($"{room}/"))).SelectMany(row =>
            Violation.ForEach(Using(), path, SourceText.Of(text).Code, match => $"{row.Namespace} is known only in {string.Join(", ", row.Rooms)}")
                .Zip(Using().Matches(SourceText.Of(text).Code), (violation, match) => (violation, Name: match.Groups["name"].Value))
                .Where(found => found.Name == row.Namespace || found.Name.StartsWith($"{row.Namespace}."))
                .Select(found => found.violation));

    [GeneratedRegex(@"^\s*(global\s+)?using\s+(static\s+)?(\w+\s*=\s*)?(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
