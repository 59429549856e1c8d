namespace Nsdd311.House;

public sealed class A_source_is_told_apart
{
    [Theory]
    [InlineData("var a = 1; // word")]
    [InlineData("var a = 1; /* word\n word */ var b = 2;")]
    [InlineData("var a = \"word \\\" word\";")]
    [InlineData("var a = @\"word \"\" word\";")]
    [InlineData("var a = \"\"\"word \" word\"\"\";")]
    [InlineData("var a = $\"{b} word {{ word\";")]
    [InlineData("var a = $\"{string.Join(\" word \", b)}\"; var c = 1;")]
    [InlineData("var a = $$\"\"\"{ word {{b}} word\"\"\";")]
    [InlineData("var a = '\"'; var b = \"word\"; var c = '\\'';")]
    public void What_is_said_is_not_code(string source) => SourceText.Of(source).Code.Should().NotContain("word");

    [Theory]
    [InlineData("// said\nword();")]
    [InlineData("var a = \"said\" + word;")]
    [InlineData("var a = $\"{word}\";")]
    [InlineData("var a = $\"said {b:D4} {word}\";")]
    [InlineData("var a = $\"\"\"said \"said\" {word}\"\"\";")]
    [InlineData("var a = $\"{(b is { } ? word : c)}\";")]
    [InlineData("var a = '\"'; word();")]
    [InlineData("var a = @\"said\\\"; word();")]
    public void What_is_done_is_code(string source) => SourceText.Of(source).Code.Should().Contain("word");

    [Fact]
    public void Lines_and_columns_stay()
    {
        const string Source = "a /* b\nc */ d // e\n\"f\ng\"";

        SourceText.Of(Source).Code.Should().Be("a     \n     d     \n  \n  ");
    }
}
