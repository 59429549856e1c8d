using System.Text.Json;
using System.Text.RegularExpressions;

namespace Nsdd311.House;

/// <summary>The solution is everything; the filter is everything but what needs Orleans.</summary>
internal static partial class Solutions
{
    public static IEnumerable<Violation> Solution(string sln, IEnumerable<string> projects)
    {
        var listed = Listed(sln);
        return Missing("Nsdd311.Grains.sln", projects, listed).Concat(Surplus("Nsdd311.Grains.sln", projects, listed));
    }

    public static IEnumerable<Violation> Filter(string slnf, IEnumerable<string> projects)
    {
        var expected = projects.Where(project => !Arrows.NeedOrleans.Contains(Arrows.FolderOf(project))).ToList();
        using var json = JsonDocument.Parse(slnf);
        var listed = json.RootElement.GetProperty("solution").GetProperty("projects").EnumerateArray().Select(project => Slashed(project.GetString()!)).ToHashSet();
        return Missing("Nsdd311.NoCluster.slnf", expected, listed).Concat(Surplus("Nsdd311.NoCluster.slnf", expected, listed));
    }

    private static HashSet<string> Listed(string sln) => [.. Project().Matches(sln).Select(match => Slashed(match.Groups["path"].Value))];

    private static IEnumerable<Violation> Missing(string where, IEnumerable<string> projects, HashSet<string> listed) =>
        projects.Where(project => !listed.Contains(project)).Select(project => new Violation(where, $"{project} is missing; add it"));

    private static IEnumerable<Violation> Surplus(string where, IEnumerable<string> projects, HashSet<string> listed) =>
        listed.Except(projects).Select(project => new Violation(where, $"{project} does not belong there; take it out"));

    private static string Slashed(string path) => path.Replace('\\', '/');

    [GeneratedRegex(@"""(?<path>[^""]+\.csproj)""")]
    private static partial Regex Project();
}
