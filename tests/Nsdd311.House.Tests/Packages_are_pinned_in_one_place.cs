using System.Text.Json;
using System.Xml.Linq;

namespace Nsdd311.House;

public sealed class Packages_are_pinned_in_one_place
{
    private const string Central = "Directory.Packages.props";

    [Theory]
    [InlineData("<PackageReference Include=\"A\" Version=\"1.0.0\" />")]
    [InlineData("<PackageReference Include=\"A\" VersionOverride=\"1.0.0\" />")]
    [InlineData("<PackageReference Include=\"A\"><Version>1.0.0</Version></PackageReference>")]
    public void A_version_in_a_project_is_seen(string item) => Packages.InProject("src/A/A.csproj", $"<Project>{item}</Project>").Should().ContainSingle();

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("[1.0.0,2.0.0)")]
    [InlineData("1.*")]
    public void A_version_that_may_move_is_seen(string version) =>
        Packages.InCentralFile(Central, $"<Project><PackageVersion Include=\"A\" Version=\"{version}\" /></Project>").Should().ContainSingle();

    [Fact]
    public void A_package_that_nobody_uses_is_seen() =>
        Packages.Unused(Central, "<Project><PackageVersion Include=\"A\" Version=\"[1.0.0]\" /><PackageVersion Include=\"B\" Version=\"[1.0.0]\" /></Project>", ["a"])
            .Should().ContainSingle().Which.What.Should().StartWith("B ");

    [Theory]
    [InlineData("<packageSources><clear /></packageSources>", 2)]
    [InlineData("<config><clear /></config>", 1)]
    public void A_feed_of_our_own_is_seen(string xml, int violations) =>
        Packages.InFeed("nuget.config", $"<configuration>{xml}</configuration>").Should().HaveCount(violations);

    [Theory]
    [InlineData("src/Nsdd311.Core/Nsdd311.Core.csproj", false)]
    [InlineData("silo/silo.csproj", true)]
    public void A_lock_file_that_is_missing_or_should_be_is_seen(string project, bool hasLock) => Packages.Locks(project, hasLock).Should().ContainSingle();

    [Fact]
    public void Versions_stand_in_one_file_and_are_exact() =>
        Repository.Projects.SelectMany(file => Packages.InProject(file.Path, file.Text))
            .Concat(Packages.InCentralFile(Central, Repository.Read(Central)))
            .ShouldBeNone();

    [Fact]
    public void Sources_are_the_machine_s_own() => Packages.InFeed("nuget.config", Repository.Read("nuget.config")).ShouldBeNone();

    [Fact]
    public void Every_project_that_can_be_restored_everywhere_has_its_lock_file() =>
        Repository.Projects.SelectMany(file => Packages.Locks(file.Path, Repository.Has($"{Arrows.FolderOf(file.Path)}/packages.lock.json"))).ShouldBeNone();

    [Fact]
    public void Lock_files_hold_the_versions_of_the_one_file()
    {
        var central = XDocument.Parse(Repository.Read(Central)).Descendants("PackageVersion")
            .ToDictionary(version => (string)version.Attribute("Include")!, version => ((string)version.Attribute("Version")!).Trim('[', ']'), StringComparer.OrdinalIgnoreCase);

        (from file in Repository.Files
         where file.Path.EndsWith("packages.lock.json")
         from package in Locked(file)
         where central.TryGetValue(package.Name, out var version) && version != package.Version
         select new Violation(file.Path, $"{package.Name} {package.Version} is not the version of {Central}; restore with --force-evaluate")).ShouldBeNone();
    }

    [Fact]
    public void No_package_is_pinned_that_nobody_uses()
    {
        var locked = Repository.Files.Where(file => file.Path.EndsWith("packages.lock.json")).SelectMany(Locked).Select(package => package.Name);
        // What needs Orleans has no lock file; there the references themselves say what is used.
        var referenced = Repository.Projects.SelectMany(file => XDocument.Parse(file.Text).Descendants("PackageReference")).Select(reference => (string)reference.Attribute("Include")!);

        Packages.Unused(Central, Repository.Read(Central), [.. locked, .. referenced]).ShouldBeNone();
    }

    private static IEnumerable<(string Name, string Version)> Locked(RepositoryFile file)
    {
        using var json = JsonDocument.Parse(file.Text);
        foreach (var framework in json.RootElement.GetProperty("dependencies").EnumerateObject())
        {
            foreach (var package in framework.Value.EnumerateObject())
            {
                if (package.Value.TryGetProperty("resolved", out var version)) yield return (package.Name, version.GetString()!);
            }
        }
    }
}
