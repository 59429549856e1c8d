using System.Reflection;

namespace Nsdd311.House;

public sealed class Arrows_point_one_way
{
    [Theory]
    [InlineData("src/Nsdd311.Core/Nsdd311.Core.csproj", "<ProjectReference Include=\"../Nsdd311.Runtime/Nsdd311.Runtime.csproj\" />")]
    [InlineData("src/Nsdd311.Core/Nsdd311.Core.csproj", "<PackageReference Include=\"NodaTime\" />")]
    [InlineData("src/Nsdd311.Core/Nsdd311.Core.csproj", "<FrameworkReference Include=\"Microsoft.AspNetCore.App\" />")]
    [InlineData("src/Nsdd311.Runtime/Nsdd311.Runtime.csproj", "<ProjectReference Include=\"..\\Nsdd311.Sqlite\\Nsdd311.Sqlite.csproj\" />")]
    [InlineData("src/Nsdd311.Web/Nsdd311.Web.csproj", "<ProjectReference Include=\"../Nsdd311.Sqlite/Nsdd311.Sqlite.csproj\" />")]
    [InlineData("src/Nsdd311.Sqlite/Nsdd311.Sqlite.csproj", "<ProjectReference Include=\"../Nsdd311.Web/Nsdd311.Web.csproj\" />")]
    [InlineData("src/Nsdd311.Runtime/Nsdd311.Runtime.csproj", "<PackageReference Include=\"Microsoft.Orleans.Sdk\" />")]
    [InlineData("tests/Nsdd311.Runtime.Tests/Nsdd311.Runtime.Tests.csproj", "<PackageReference Include=\"Microsoft.Orleans.TestingHost\" />")]
    [InlineData("standalone/standalone.csproj", "<ProjectReference Include=\"../src/Nsdd311.Grains/Nsdd311.Grains.csproj\" />")]
    [InlineData("src/Nsdd311.Mail/Nsdd311.Mail.csproj", "")]
    public void An_arrow_that_points_back_is_seen(string path, string item) =>
        Arrows.OfProject(path, Project(item)).Should().ContainSingle();

    [Theory]
    [InlineData("src/Nsdd311.Core/Nsdd311.Core.csproj", "<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\" />")]
    [InlineData("standalone/standalone.csproj", "<ProjectReference Include=\"../src/Nsdd311.Web/Nsdd311.Web.csproj\" />")]
    [InlineData("src/Nsdd311.Grains/Nsdd311.Grains.csproj", "<PackageReference Include=\"Microsoft.Orleans.Sdk\" />")]
    public void An_arrow_of_the_table_is_let_through(string path, string item) =>
        Arrows.OfProject(path, Project(item)).Should().BeEmpty();

    [Fact]
    public void Projects_know_only_what_the_table_of_arrows_allows() =>
        Repository.Projects.SelectMany(file => Arrows.OfProject(file.Path, file.Text)).ShouldBeNone();

    [Fact]
    public void The_compiled_core_knows_nothing_but_the_language_s_own_library() =>
        References(typeof(CommandId).Assembly).Should().OnlyContain(name => name.StartsWith("System.") || name == "netstandard");

    [Fact]
    public void The_compiled_runtime_knows_the_core_and_no_store() =>
        References(typeof(Runtime.IVettingRuntime).Assembly)
            .Should().OnlyContain(name => name == "Nsdd311.Core" || name.StartsWith("System.") || name.StartsWith("Microsoft.Extensions."));

    [Theory]
    [InlineData("src/Nsdd311.Runtime/Clock.cs", "using Orleans.Runtime;")]
    [InlineData("src/Nsdd311.Web/Api/Lists.cs", "using Microsoft.Data.Sqlite;")]
    [InlineData("src/Nsdd311.Runtime/Local/Loop.cs", "using static Microsoft.AspNetCore.Http.Results;")]
    [InlineData("standalone/Program.cs", "using Pg = Npgsql.NpgsqlConnection;")]
    public void A_namespace_of_another_room_is_seen(string path, string source) => Namespaces.In(path, source).Should().ContainSingle();

    [Theory]
    [InlineData("src/Nsdd311.Grains/PairGrain.cs", "using Orleans;")]
    [InlineData("src/Nsdd311.Web/Api/Lists.cs", "using OrleansFree; // using Orleans;")]
    public void A_namespace_of_the_own_room_is_let_through(string path, string source) => Namespaces.In(path, source).Should().BeEmpty();

    [Fact]
    public void Each_room_opens_only_its_own_namespaces() =>
        Repository.Sources.SelectMany(file => Namespaces.In(file.Path, file.Text)).ShouldBeNone();

    private static string Project(string item) => $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{item}</ItemGroup></Project>";

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
