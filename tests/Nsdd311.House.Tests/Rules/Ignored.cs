namespace Nsdd311.House;

/// <summary>What lies in a working copy and must not leave it: passwords for compose, keys of local sign-in and of gateways.</summary>
internal static class Ignored
{
    private static readonly string[] Secrets = [".env", "*.key"];

    /// <summary>Secrets that git would keep, wherever in the tree they lie.</summary>
    public static IEnumerable<Violation> ByGit(string text) => Lacking(".gitignore", text, Secrets);

    /// <summary>Secrets that the build of an image would copy; a pattern without folders means the root alone there.</summary>
    public static IEnumerable<Violation> ByDocker(string text) => Lacking(".dockerignore", text, Secrets.Select(secret => $"**/{secret}"));

    private static IEnumerable<Violation> Lacking(string file, string text, IEnumerable<string> patterns)
    {
        var lines = text.Split('\n').Select(line => line.Trim()).ToList();
        foreach (var pattern in patterns)
        {
            if (!lines.Contains(pattern)) yield return new(file, $"{pattern} is not ignored, and such files hold secrets");
        }

        foreach (var line in lines.Where(line => line.StartsWith('!'))) yield return new(file, $"{line} takes back what is ignored");
    }
}
