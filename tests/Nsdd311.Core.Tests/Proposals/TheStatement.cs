using Nsdd311.Marking;
using Nsdd311.Proposals;
using static Nsdd311.Proposals.ProposalCommand;

namespace Nsdd311.Tests.Proposals;

/// <summary>What may be released, and what was said (1-domain, section 3; journey 2, steps 11 and 12).</summary>
public sealed class TheStatement : ProposalSpec
{
    private static readonly DateTimeOffset Embargo = New("1989-10-16T18:00:00-04:00");
    private static readonly DateTimeOffset Cleared = New("1989-10-16T12:00:00-04:00");

    [Fact]
    public void Nothing_is_released_before_it_is_cleared_and_its_embargo_is_over()
    {
        GivenSubmitted(Guidance());
        Releasing(Cleared).Should().Be(new NotClearedForRelease("in-vetting"));

        GivenCleared();
        Releasing(Embargo.AddSeconds(-1)).Should().Be(new Embargoed(Embargo));
        Releasing(Embargo).Should().BeNull();
    }

    [Fact]
    public void A_visit_has_no_text_to_release_or_to_deliver()
    {
        GivenSubmitted();
        Releasing(Monday).Should().Be(new NotAStatement());
    }

    [Fact]
    public void What_was_said_is_held_against_what_was_cleared_sentence_by_sentence()
    {
        GivenSubmitted(Guidance());
        GivenCleared();

        Given(Said("We look forward to the trip. We shall talk about ships and aircraft. It will rain. Nobody knows the day."), Officer, Embargo.AddMinutes(5));

        var matter = Now.Should().BeOfType<ProposalState.Executed>().Which.Matter;
        var against = matter.Delivery!.Against;
        against.Unvetted.Select(sentence => sentence.Text).Should().Equal("It will rain.", "Nobody knows the day.");
        against.Changed.Should().Equal(new ChangedSentence(Text("We shall talk about ships."), Text("We shall talk about ships and aircraft.")));
        against.Omitted.Select(sentence => sentence.Text).Should().Equal("There is no more to say today.");
        matter.Embargo.Should().BeNull();
    }

    [Fact]
    public void Said_before_its_embargo_it_is_kept_as_a_breach_and_not_refused()
    {
        GivenSubmitted(Guidance());
        GivenCleared();

        Given(Said("We look forward to the trip."), Officer, Embargo.AddSeconds(-1));

        Now.Should().BeOfType<ProposalState.Executed>().Which.Matter.Embargo.Should().Be(new EmbargoBreach(Embargo, new(1989, 10, 16), Embargo.AddSeconds(-1)));
    }

    [Fact]
    public void The_instant_at_which_it_was_made_counts_and_not_when_it_was_entered()
    {
        GivenSubmitted(Guidance());
        GivenCleared();
        When(Said("We said it.", Embargo.AddHours(1)), Officer, Embargo);
        ThenRefused(new DeliveredWhen(Monday, Embargo));
        When(Said("We said it.", Monday.AddSeconds(-1)), Officer, Embargo);
        ThenRefused(new DeliveredWhen(Monday, Embargo));

        Given(Said("We said it.", Embargo.AddHours(-1)), Officer, Embargo);

        Now.Should().BeOfType<ProposalState.Executed>().Which.Matter.Embargo!.MadeAt.Should().Be(Embargo.AddHours(-1));
    }

    [Theory]
    [InlineData("1989-10-15", true)]
    [InlineData("1989-10-16", false)]
    public void By_its_day_alone_it_is_a_breach_if_the_whole_day_lay_before_the_embargo(string day, bool isBreach)
    {
        GivenSubmitted(Guidance());
        GivenCleared();
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Given(new RecordOutcome(new Outcome.TookPlace(new(on, on), default, null)), Officer, Embargo.AddHours(1));

        (((ProposalState.Executed)Now).Matter.Embargo is not null).Should().Be(isBreach);
    }

    [Fact]
    public void The_text_may_follow_the_outcome_and_is_entered_once()
    {
        GivenSubmitted(Guidance());
        GivenCleared();
        Given(new RecordOutcome(new Outcome.TookPlace(new(new(1989, 10, 16), new(1989, 10, 16)), default, null)), Officer, Embargo);
        Given(Said("We look forward to the trip."), Officer, Embargo.AddHours(1));

        When(Said("We look forward to the trip."), Officer, Embargo.AddHours(1));

        ThenRefused(new AlreadyDelivered());
    }

    [Fact]
    public void More_sentences_than_are_compared_are_refused()
    {
        GivenSubmitted(Guidance());
        GivenCleared();

        When(Said(string.Concat(Enumerable.Repeat("Yes. ", 2_001))), Officer, Embargo);
        ThenRefused(new DeliveredTooLong(2_000));
        Given(Said(string.Concat(Enumerable.Repeat("Yes. ", 2_000))), Officer, Embargo);
    }

    [Theory]
    [InlineData("we look  forward, to the trip!", 0, 0)]
    [InlineData("The U.S. Navy looks forward to the trip of the U.S. Navy.", 1, 0)]
    [InlineData("There is no more to say today. We shall talk about ships. We look forward to the trip.", 0, 0)]
    [InlineData("We look forward to the trip. We look forward to the trip.", 1, 0)]
    [InlineData("We look back at the trip.", 0, 1)]
    public void Case_punctuation_and_order_are_no_difference_but_words_are(string said, int unvetted, int changed)
    {
        GivenSubmitted(Guidance());
        GivenCleared();

        Given(Said(said), Officer, Embargo);

        var against = ((ProposalState.Executed)Now).Matter.Delivery!.Against;
        (against.Unvetted.Count, against.Changed.Count).Should().Be((unvetted, changed));
    }

    private static Paper Guidance() => PressGuidance() with
    {
        Paragraphs = [Text("We look forward to the trip. We shall talk about ships."), Text("There is no more to say today.")], Embargo = Embargo,
    };

    private static EnterDeliveredText Said(string text, DateTimeOffset? at = null) => new(at, [new MarkedText(PortionMark.Parse("U"), text)]);

    private void GivenCleared()
    {
        GivenAllConcur(Cleared);
        Given(ClearWith(2), Chair, Cleared);
        Now.Should().BeOfType<ProposalState.Cleared>();
    }

    private Refusal? Releasing(DateTimeOffset at) => ProposalDecider.NotReleasable(Now, at, Nsdd);
}
