using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Owners;

/// <summary>What is kept of what silos tell, for how long it passes for the present, and how much of it there is.</summary>
public sealed class WhatWasToldLast
{
    private const int Most = 10;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly ManualClock clock = new(new(1988, 7, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly LastTold told;

    public WhatWasToldLast() => told = new(clock, Age, Most);

    [Fact]
    public void It_is_at_hand_for_a_moment_and_kept_for_longer()
    {
        Tell("a", 1);
        clock.Advance(Age);
        ThenKept("a", 1, fresh: 1);

        clock.Advance(TimeSpan.FromTicks(1));

        ThenKept("a", 1, fresh: null);
    }

    [Fact]
    public void An_answer_that_was_overtaken_changes_nothing()
    {
        Tell("a", 2);
        clock.Advance(Age * 2);

        Tell("a", 1);

        ThenKept("a", 2, fresh: null);
    }

    [Fact]
    public void Never_more_are_kept_than_was_said_and_those_that_are_used_stay()
    {
        for (var i = 0; i < 100; i++)
        {
            Tell($"n{i}", 1);
            Tell("used", i + 1);
            told.Count.Should().BeLessThanOrEqualTo(Most);
        }

        ThenKept("used", 100, fresh: 100);
        ThenKept("n99", 1, fresh: 1);
        ThenKept("n0", null, fresh: null);
    }

    private static EntityId Id(string key) => new(Toys.Free, key);

    private void Tell(string key, long version) => told.Keep(new(Id(key), version, new TallyState.Counting(0, null, [], 0, []), new("v")), clock.GetTimestamp());

    private void ThenKept(string key, long? version, long? fresh) => (told.Find(Id(key))?.Version, told.Fresh(Id(key))?.Version).Should().Be((version, fresh));
}
