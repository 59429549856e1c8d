using FsCheck;
using FsCheck.Fluent;

namespace Nsdd311.Tests.Kernel;

/// <summary>A value list answers as any sequence of its elements would, whatever it spares itself.</summary>
public sealed class ValueLists
{
    private static readonly Arbitrary<int[]> Numbers = Gen.Choose(0, 5).ArrayOf().ToArbitrary();

    [Fact]
    public void It_keeps_changes_and_finds_what_a_sequence_does() =>
        Prop.ForAll(Numbers, Gen.Choose(0, 6).ToArbitrary(), (numbers, bound) =>
        {
            ValueList<int> list = [.. numbers];

            list.Keep(number => number < bound).Should().Equal(numbers.Where(number => number < bound));
            list.Keep(static (number, bound) => number >= bound, bound).Should().Equal(numbers.Where(number => number >= bound));
            list.Map(number => number * 2).Should().Equal(numbers.Select(number => number * 2));
            list.Map(static (number, bound) => number + bound, bound).Should().Equal(numbers.Select(number => number + bound));
            list.Change(number => number == bound, number => -number).Should().Equal(numbers.Select(number => number == bound ? -number : number));
            list.Distinct().Should().Equal(numbers.Distinct());
            list.Contains(bound).Should().Be(numbers.Contains(bound));
            list.Any(number => number == bound).Should().Be(numbers.Any(number => number == bound));
            list.All(number => number < bound).Should().Be(numbers.All(number => number < bound));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_is_walked_in_order_and_grows_at_its_end() =>
        Prop.ForAll(Numbers, Numbers, (first, second) =>
        {
            ValueList<int> list = [.. first];
            List<int> walked = [];
            foreach (var number in list) walked.Add(number);

            walked.Should().Equal(first);
            list.AddRange((ValueList<int>)[.. second]).Should().Equal([.. first, .. second]);
            list.AddRange((IEnumerable<int>)second).Should().Equal([.. first, .. second]);
            (list == [.. second]).Should().Be(first.SequenceEqual(second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_list_that_was_never_given_elements_is_an_empty_one()
    {
        ValueList<int> none = default;

        foreach (var _ in none) Assert.Fail("There is nothing in it.");
        (none == []).Should().BeTrue();
        none.Keep(_ => true).Should().BeEmpty();
        none.Map(number => number).Should().BeEmpty();
        none.AddRange((ValueList<int>)[1]).Should().Equal(1);
    }
}
