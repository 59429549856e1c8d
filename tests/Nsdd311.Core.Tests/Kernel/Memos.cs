namespace Nsdd311.Tests.Kernel;

public sealed class Memos
{
    [Fact]
    public void What_was_computed_once_is_not_computed_again()
    {
        var computed = 0;
        var squares = new Memo<int, int>(10, number =>
        {
            computed++;
            return number * number;
        });

        squares.Of(3).Should().Be(9);
        squares.Of(3).Should().Be(9);
        squares.Of(4).Should().Be(16);
        computed.Should().Be(2);
    }

    [Fact]
    public void It_never_keeps_more_than_its_most_and_answers_whatever_is_asked()
    {
        var squares = new Memo<int, int>(3, number => number * number);

        for (var number = 0; number < 100; number++)
        {
            squares.Of(number).Should().Be(number * number);
            squares.Count.Should().BeInRange(1, 3);
        }

        squares.Of(0).Should().Be(0);
    }
}
