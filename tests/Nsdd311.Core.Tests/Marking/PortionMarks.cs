using FsCheck;
using FsCheck.Fluent;
using Nsdd311.Marking;

namespace Nsdd311.Tests.Marking;

public sealed class PortionMarks
{
    private static readonly string[] Letters = ["U", "C", "S", "TS"];
    private static readonly string[] Controls = ["", "//NF", "//SI//NF", "//REL TO USA, GBR", "//FGI"];
    private static readonly Arbitrary<PortionMark[]> Portions =
        Gen.ArrayOf(Gen.Elements(Letters).SelectMany(_ => Gen.Elements(Controls), (letters, controls) => PortionMark.Parse(letters + controls))).ToArbitrary();

    [Theory]
    [InlineData("U", Level.Unclassified, "")]
    [InlineData("C", Level.Confidential, "")]
    [InlineData("S//NF", Level.Secret, "NF")]
    [InlineData("TS//SI/TK//NF", Level.TopSecret, "SI/TK|NF")]
    [InlineData("TS//REL TO USA, GBR", Level.TopSecret, "REL TO USA, GBR")]
    public void A_mark_is_a_level_and_its_controls(string text, Level level, string controls)
    {
        var mark = PortionMark.Parse(text);

        mark.Level.Should().Be(level);
        string.Join('|', mark.Controls).Should().Be(controls);
        mark.ToString().Should().Be(text);
        mark.IsMissing.Should().BeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c")]
    [InlineData("(C)")]
    [InlineData(" C")]
    [InlineData("CONFIDENTIAL")]
    [InlineData("X")]
    [InlineData("S/NF")]
    [InlineData("S//")]
    [InlineData("S// NF")]
    [InlineData("S//nf")]
    [InlineData("//NF")]
    [InlineData("S//ＮＦ")]
    public void Anything_else_is_no_mark(string? text)
    {
        PortionMark.TryParse(text, out var mark).Should().BeFalse();

        mark.IsMissing.Should().BeTrue();
        mark.ToString().Should().BeEmpty();
    }

    [Fact]
    public void Levels_rise_from_unclassified_to_top_secret() =>
        new[] { Level.Unclassified, Level.Confidential, Level.Secret, Level.TopSecret }.Should().BeInAscendingOrder();

    [Fact]
    public void A_level_is_read_as_it_is_written() =>
        Enum.GetValues<Level>().Should().OnlyContain(level => Levels.TryParse(Levels.LettersOf(level)) == level);

    [Theory]
    [InlineData("U", "UNCLASSIFIED", "UNCLASSIFIED")]
    [InlineData("U C U", "CONFIDENTIAL", "CONFIDENTIAL")]
    [InlineData("C S//NF U", "SECRET", "SECRET//NOFORN")]
    [InlineData("TS//SI//NF S//REL-TO", "TOP SECRET", "TOP SECRET//SI//NOFORN//REL-TO")]
    [InlineData("", "UNCLASSIFIED", "UNCLASSIFIED")]
    public void The_banner_of_1988_is_the_level_alone_and_that_of_today_has_controls(string portions, string then, string today)
    {
        var marks = portions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PortionMark.Parse).ToArray();

        Banner.Of(MarkingRegime.Eo12356, marks).Should().Be(then);
        Banner.Of(MarkingRegime.Eo13526, marks).Should().Be(today);
    }

    [Fact]
    public void What_not_all_portions_may_be_released_to_is_not_released()
    {
        var released = PortionMark.Parse("S//REL TO USA, GBR");

        Banner.Of(MarkingRegime.Eo13526, [released, released]).Should().Be("SECRET//REL TO USA, GBR");
        Banner.Of(MarkingRegime.Eo13526, [released, PortionMark.Parse("C")]).Should().Be("SECRET");
        Banner.Of(MarkingRegime.Eo13526, [released, PortionMark.Parse("C//NF")]).Should().Be("SECRET//NOFORN");
    }

    [Fact]
    public void A_portion_that_nobody_marked_is_taken_for_the_highest() =>
        Banner.LevelOf([PortionMark.Unclassified, default]).Should().Be(Level.TopSecret);

    [Fact]
    public void A_banner_is_never_lower_than_a_portion_and_its_order_does_not_matter() =>
        Prop.ForAll(Portions, marks =>
            marks.All(mark => mark.Level <= Banner.LevelOf(marks)) && Banner.LevelOf(marks) == Banner.LevelOf(marks.Reverse())).QuickCheckThrowOnFailure();
}
