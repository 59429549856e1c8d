namespace Nsdd311.House;

public sealed class Nothing_is_left_lying_about
{
    [Theory]
    [InlineData("// TO" + "DO: later")]
    [InlineData("/* FIX" + "ME */")]
    [InlineData("void M() => throw new NotImplementedException();")]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("var a = DateTime.Now;")]
    [InlineData("var a = System.DateTimeOffset.UtcNow;")]
    public void A_word_that_does_not_belong_in_code_is_seen(string source) => Words.InCode("src/A.cs", source).Should().ContainSingle();

    [Theory]
    [InlineData("var a = \"Thread.Sleep\"; // DateTime.Now is what we do not use")]
    [InlineData("var a = clock.GetUtcNow(); await Task.Delay(b, clock);")]
    public void A_word_in_a_sentence_is_let_through(string source) => Words.InCode("src/A.cs", source).Should().BeEmpty();

    [Theory]
    [InlineData("see `/ho" + "me/someone/notes`")]
    [InlineData("cd /wo" + "rk/main")]
    [InlineData("C:\\Us" + "ers\\someone")]
    [InlineData("<add key=\"feed\" value=\"https://api.nuget" + ".org/v3/index.json\" />")]
    [InlineData("TO" + "DO: write this page")]
    public void A_word_that_does_not_belong_in_a_text_is_seen(string text) => Words.InText("docs/A.md", text).Should().ContainSingle();

    [Theory]
    [InlineData("https://example.test/home/start and `src/Nsdd311.Core/Roster`")]
    [InlineData("A file nuget.config without sources.")]
    public void A_word_that_belongs_is_let_through(string text) => Words.InText("docs/A.md", text).Should().BeEmpty();

    [Fact]
    public void Code_is_finished_waits_for_what_it_awaits_and_is_told_the_time() =>
        Repository.Sources.SelectMany(file => Words.InCode(file.Path, file.Text)).ShouldBeNone();

    [Fact]
    public void Texts_are_finished_and_name_no_machine_and_no_registry() =>
        Repository.Texts.SelectMany(file => Words.InText(file.Path, file.Text)).ShouldBeNone();
}
