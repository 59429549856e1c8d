using System.Xml.Linq;

namespace Nsdd311.House;

/// <summary>Which project may know which, and who may know a package that the rest must not.</summary>
internal static class Arrows
{
    private static readonly string[] Stores = ["Nsdd311.Sqlite", "Nsdd311.Postgres"];

    /// <summary>hosts → Web → Runtime → Core; stores and grains → Runtime; Core → nothing.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Nsdd311.Core"] = [],
        ["Nsdd311.Runtime"] = ["Nsdd311.Core"],
        ["Nsdd311.Sqlite"] = ["Nsdd311.Runtime", "Nsdd311.Core"],
        ["Nsdd311.Postgres"] = ["Nsdd311.Runtime", "Nsdd311.Core"],
        ["Nsdd311.Grains"] = ["Nsdd311.Runtime", "Nsdd311.Core"],
        ["Nsdd311.Web"] = ["Nsdd311.Runtime", "Nsdd311.Core"],
        ["standalone"] = ["Nsdd311.Web", .. Stores, "Nsdd311.Runtime", "Nsdd311.Core"],
        ["gateway"] = ["Nsdd311.Web", .. Stores, "Nsdd311.Grains", "Nsdd311.Runtime", "Nsdd311.Core"],
        ["silo"] = [.. Stores, "Nsdd311.Grains", "Nsdd311.Runtime", "Nsdd311.Core"],
    };

    /// <summary>The folders that only exist because of Orleans; everything else must build where a feed lacks it.</summary>
    public static IReadOnlyList<string> NeedOrleans { get; } = ["src/Nsdd311.Grains", "silo", "gateway", "bench/bare", "tests/Nsdd311.Grains.Tests"];

    /// <summary>The name by which the table knows a project: its folder.</summary>
    public static string NameOf(string path) => path.Split('/')[^2];

    /// <summary>Folder of a project, from the root.</summary>
    public static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    public static bool IsHost(string path) => path.Split('/') is ["standalone" or "silo" or "gateway", _];

    public static IEnumerable<Violation> OfProject(string path, string csproj)
    {
        var project = XDocument.Parse(csproj);
        if (!path.StartsWith("src/") && !IsHost(path)) return Orleans(path, project);

        return References(path, project).Concat(Orleans(path, project)).Concat(NameOf(path) == "Nsdd311.Core" ? Purity(path, project) : []);
    }

    private static IEnumerable<Violation> References(string path, XDocument project)
    {
        if (!Allowed.TryGetValue(NameOf(path), out var allowed))
        {
            yield return new(path, "this project is not in the table of arrows; say there what it may know");
            yield break;
        }

        foreach (var reference in Included(project, "ProjectReference"))
        {
            var name = NameOf(reference.Replace('\\', '/'));
            if (!allowed.Contains(name)) yield return new(path, $"must not know {name}; arrows point hosts → Web → Runtime → Core");
        }
    }

    private static IEnumerable<Violation> Orleans(string path, XDocument project) =>
        from package in Included(project, "PackageReference")
        where package.StartsWith("Microsoft.Orleans") && !NeedOrleans.Contains(FolderOf(path))
        select new Violation(path, $"must not know {package}; only {string.Join(", ", NeedOrleans)} know Orleans");

    private static IEnumerable<Violation> Purity(string path, XDocument project) =>
        Included(project, "PackageReference").Where(package => !package.EndsWith("Analyzers"))
            .Concat(Included(project, "FrameworkReference"))
            .Select(reference => new Violation(path, $"the core knows nothing but the language's own library, not {reference}"));

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();
}
