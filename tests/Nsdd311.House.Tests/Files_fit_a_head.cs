namespace Nsdd311.House;

public sealed class Files_fit_a_head
{
    /// <summary>Each with its reason. A line here that is no longer needed makes a test red.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    private static readonly Dictionary<string, string> LongBlocks = [];

    [Fact]
    public void A_file_of_251_lines_is_seen() =>
        Sizes.OfFile("src/A.cs", Lines(251)).Should().ContainSingle();

    [Fact]
    public void A_file_of_250_lines_is_let_through() =>
        Sizes.OfFile("src/A.cs", Lines(250)).Should().BeEmpty();

    [Fact]
    public void A_program_of_51_lines_is_seen() =>
        Sizes.OfFile("standalone/Program.cs", Lines(51)).Should().ContainSingle();

    [Theory]
    [InlineData("class A\n{\n    void M()\n    {\n", "    }\n}\n")]
    [InlineData("class A\n{\n    int M(int a) => a switch\n    {\n", "    };\n}\n")]
    [InlineData("class A\n{\n    void M() => N(() =>\n    {\n", "    });\n}\n")]
    public void A_block_of_46_lines_is_seen(string before, string after) =>
        Sizes.OfBlocks("src/A.cs", before + Lines(44) + after).Should().ContainSingle();

    [Theory]
    [InlineData("class A\n{\n    void M()\n    {\n", "    }\n}\n", 43)]
    [InlineData("public sealed record A(int B)\n{\n", "}\n", 200)]
    [InlineData("namespace A;\ninternal interface B<T> where T : class\n{\n", "}\n", 200)]
    public void What_fits_or_holds_members_is_let_through(string before, string after, int lines) =>
        Sizes.OfBlocks("src/A.cs", before + Lines(lines) + after).Should().BeEmpty();

    [Fact]
    public void No_file_is_longer_than_a_head_holds() =>
        Repository.Sources.Where(file => !LongFiles.ContainsKey(file.Path)).SelectMany(file => Sizes.OfFile(file.Path, file.Text)).ShouldBeNone();

    [Fact]
    public void No_block_is_longer_than_a_screen() =>
        Repository.Sources.Where(file => !LongBlocks.ContainsKey(file.Path)).SelectMany(file => Sizes.OfBlocks(file.Path, file.Text)).ShouldBeNone();

    [Fact]
    public void Every_exception_has_a_reason_and_is_still_needed() =>
        LongFiles.Concat(LongBlocks).Where(exception => exception.Value.Length < 20)
            .Select(exception => new Violation(exception.Key, "an exception carries its reason"))
            .Concat(LongFiles.Keys.Where(path => !Sizes.OfFile(path, Repository.Read(path)).Any()).Select(Needless))
            .Concat(LongBlocks.Keys.Where(path => !Sizes.OfBlocks(path, Repository.Read(path)).Any()).Select(Needless))
            .ShouldBeNone();

    private static Violation Needless(string path) => new(path, "this exception is no longer needed; take it out");

    private static string Lines(int count) => string.Concat(Enumerable.Repeat(";\n", count));
}
