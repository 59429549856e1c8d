namespace Nsdd311.House;

/// <summary>The repository's own files, as they lie on disk; what a build or a run leaves behind is not among them.</summary>
internal static class Repository
{
    private static readonly HashSet<string> LeftBehind =
        ["bin", "obj", ".git", ".out", ".vs", ".idea", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Every file, relative to the root, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<RepositoryFile> Files { get; } =
        [.. Walk(Root).Select(path => new RepositoryFile(Path.GetRelativePath(Root, path).Replace('\\', '/'))).OrderBy(file => file.Path, StringComparer.Ordinal)];

    public static IEnumerable<RepositoryFile> Sources => Files.Where(file => file.Path.EndsWith(".cs"));

    public static IEnumerable<RepositoryFile> Projects => Files.Where(file => file.Path.EndsWith(".csproj"));

    public static IEnumerable<RepositoryFile> Documents => Files.Where(file => file.Path.EndsWith(".md") && !file.IsInput);

    /// <summary>Whatever a person reads as text and the project wrote itself.</summary>
    public static IEnumerable<RepositoryFile> Texts =>
        Files.Where(file => !file.IsInput && System.IO.Path.GetExtension(file.Path) is not (".png" or ".ico" or ".db"));

    public static bool Has(string path) => File.Exists(Path.Combine(Root, path)) || Directory.Exists(Path.Combine(Root, path));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nsdd311.Grains.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"Nsdd311.Grains.sln is in no folder above {start}.");
    }

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != ".git")) yield return file;

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            // A store that somebody ran here lies under ./data and is theirs.
            if (LeftBehind.Contains(Path.GetFileName(child)) || Path.GetRelativePath(Root, child) == "data") continue;

            foreach (var file in Walk(child)) yield return file;
        }
    }
}

/// <summary>One file of the repository.</summary>
internal sealed record RepositoryFile(string Path)
{
    public string Text => Repository.Read(Path);

    /// <summary>Material that others wrote and the tests read: the seed and the data.</summary>
    public bool IsInput => Path.StartsWith("tests/data/") || Path.StartsWith("tests/seed/");

    public override string ToString() => Path;
}
