using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Nsdd311.House;

/// <summary>Versions stand in one file, exactly; lock files hold what follows from them; the feed is the machine's own.</summary>
internal static partial class Packages
{
    public static IEnumerable<Violation> InProject(string path, string xml) =>
        from reference in XDocument.Parse(xml).Descendants("PackageReference")
        where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.Element("Version") is not null
        select new Violation(path, $"{(string?)reference.Attribute("Include")}: versions stand in Directory.Packages.props");

    public static IEnumerable<Violation> InCentralFile(string path, string xml) =>
        from version in XDocument.Parse(xml).Descendants("PackageVersion")
        where !Exact().IsMatch((string?)version.Attribute("Version") ?? "")
        select new Violation(path, $"{(string?)version.Attribute("Include")}: a version is exact, in brackets");

    /// <summary>What no project references and no lock file holds is not wanted.</summary>
    public static IEnumerable<Violation> Unused(string path, string xml, IReadOnlyCollection<string> locked) =>
        from name in XDocument.Parse(xml).Descendants("PackageVersion").Select(version => (string)version.Attribute("Include")!)
        where !locked.Contains(name, StringComparer.OrdinalIgnoreCase)
        select new Violation(path, $"{name} is used by no project; take it out");

    public static IEnumerable<Violation> InFeed(string path, string xml)
    {
        var feed = XDocument.Parse(xml);
        if (feed.Descendants("clear").Any()) yield return new(path, "the machine's own sources stay; nothing is cleared");
        if (feed.Descendants("packageSources").Any()) yield return new(path, "the machine's own sources are used, none is added");
    }

    /// <summary>Every project has its lock file, and none that uses Orleans has one, because its packages may come or not.</summary>
    public static IEnumerable<Violation> Locks(string project, bool hasLock) => (Arrows.NeedOrleans.Contains(Arrows.FolderOf(project)), hasLock) switch
    {
        (false, false) => [new(project, "packages.lock.json is missing; restore writes it, commit it")],
        (true, true) => [new(project, "a project that uses Orleans has no packages.lock.json")],
        _ => [],
    };

    [GeneratedRegex(@"^\[\d+(\.\d+){1,3}(-[\w.]+)?\]$")]
    private static partial Regex Exact();
}
