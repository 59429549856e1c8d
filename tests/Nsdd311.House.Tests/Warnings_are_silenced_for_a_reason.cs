namespace Nsdd311.House;

public sealed class Warnings_are_silenced_for_a_reason
{
    [Theory]
    [InlineData("#pragma warning disable CA1031")]
    [InlineData("int a;\n#pragma warning disable CA1031\nint b;")]
    [InlineData("[SuppressMessage(\"Design\", \"CA1031\")]\nvoid M() { }")]
    public void A_suppression_without_a_reason_is_seen(string source) => Suppressions.InCode("src/A.cs", source).Should().ContainSingle();

    [Theory]
    [InlineData("#pragma warning disable CA1031 // Whatever a sink throws, the command was accepted.")]
    [InlineData("// Whatever a sink throws, the command was accepted.\n#pragma warning disable CA1031")]
    [InlineData("[SuppressMessage(\"Design\", \"CA1031\", Justification = \"The command was accepted.\")]")]
    [InlineData("var a = \"\"\"\n#pragma\n\"\"\";\n#pragma warning restore CA1031")]
    public void A_suppression_with_a_reason_is_let_through(string source) => Suppressions.InCode("src/A.cs", source).Should().BeEmpty();

    [Theory]
    [InlineData("<NoWarn>CA1000</NoWarn>")]
    [InlineData("<!-- Names are the domain's (CA1716). --><NoWarn>CA1716;CA1000</NoWarn>")]
    [InlineData("<!-- Generic factories (CA1000). --><Optimize>true</Optimize><NoWarn>CA1000</NoWarn>")]
    public void A_silenced_project_without_a_reason_is_seen(string properties) =>
        Suppressions.InProject("src/A/A.csproj", $"<Project><PropertyGroup>{properties}</PropertyGroup></Project>").Should().ContainSingle();

    [Fact]
    public void A_silenced_project_with_a_reason_is_let_through() =>
        Suppressions.InProject("src/A/A.csproj", "<Project><PropertyGroup>\n<!-- Names are the domain's (CA1716). -->\n<NoWarn>$(NoWarn);CA1716</NoWarn></PropertyGroup></Project>")
            .Should().BeEmpty();

    [Fact]
    public void A_rule_turned_off_without_a_reason_is_seen() =>
        Suppressions.InEditorConfig(".editorconfig", "# Culture is invariant.\ndotnet_diagnostic.CA1304.severity = none\nindent_size = 4\ndotnet_diagnostic.CA1305.severity = none\n")
            .Should().ContainSingle();

    [Fact]
    public void Whoever_silences_a_warning_says_why() =>
        Repository.Sources.SelectMany(file => Suppressions.InCode(file.Path, file.Text))
            .Concat(Repository.Files.Where(file => file.Path.EndsWith(".csproj") || file.Path.EndsWith(".props")).SelectMany(file => Suppressions.InProject(file.Path, file.Text)))
            .Concat(Suppressions.InEditorConfig(".editorconfig", Repository.Read(".editorconfig")))
            .ShouldBeNone();
}
