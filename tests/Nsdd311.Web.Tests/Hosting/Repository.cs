namespace Nsdd311.Web.Tests.Hosting;

/// <summary>Files of the repository that the tests read.</summary>
internal static class Repository
{
    /// <summary>The full path of a file that is named from the repository's root.</summary>
    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Nsdd311.Grains.sln"))) folder = folder.Parent!;
        return Path.Combine([folder.FullName, .. file.Split('/')]);
    }

    /// <summary>The fifty real contacts.</summary>
    public static byte[] Contacts() => File.ReadAllBytes(PathOf("tests/data/contacts-1987-1989.csv"));
}
