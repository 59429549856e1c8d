using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>An entity that does not remember all its commands decides a new one without asking the journal first: the append finds out.</summary>
public abstract partial class VettingRuntimeContract
{
    [Fact]
    public async Task A_forgotten_command_again_answers_what_is_recorded_and_what_waits_behind_it_goes_on()
    {
        await Forget();

        var again = Accept(Toys.One, new TallyCommand.Add(1), key: "k");
        var behind = Enumerable.Range(0, 5).Select(_ => Accept(Toys.One, new TallyCommand.Add(10))).ToList();

        (await again).Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
        await Task.WhenAll(behind);
        (await StateOf(Toys.One)).Total.Should().Be(56);
    }

    [Fact]
    public async Task A_forgotten_command_with_another_body_is_other_content()
    {
        await Forget();

        (await Tell(Toys.One, new TallyCommand.Add(2), key: "k", digest: "sha256:b")).Should().BeOfType<Reply.OtherContent>();
        (await StateOf(Toys.One)).Total.Should().Be(6);
    }

    [Fact]
    public async Task A_forgotten_command_that_the_rules_would_now_refuse_answers_what_is_recorded()
    {
        await Forget();
        await Accept(Toys.One, new TallyCommand.Add(TallyDecider.Most - 6));

        (await Accept(Toys.One, new TallyCommand.Add(1), key: "k")).Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
    }

    [Fact]
    public async Task A_forgotten_command_is_known_before_the_version_is_looked_at()
    {
        await Forget();

        var again = await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(1), "k") with { ExpectedVersion = 1 }, default);

        again.Should().BeOfType<Reply.Accepted>().Which.Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
    }

    [Fact]
    public async Task A_forgotten_command_is_answered_from_the_record_also_where_a_deadline_passes_while_it_is_looked_for()
    {
        await Forget();
        await Accept(Toys.One, new TallyCommand.Add(TallyDecider.Most - 6));
        await Accept(Toys.One, new TallyCommand.WakeAt(Clock.GetUtcNow().AddHours(1)));
        Journal.BeforeFind = () =>
        {
            Journal.BeforeFind = null;
            Clock.Advance(TimeSpan.FromHours(2));
        };

        // As a new one it would be refused: the total is at its most.
        (await Accept(Toys.One, new TallyCommand.Add(1), key: "k")).Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
    }

    /// <summary>One command under the key <c>k</c>, and so many after it that it is forgotten; the total is 6.</summary>
    private async Task Forget()
    {
        Settings = Settings with { KnownCommands = 1 };
        await Restart();
        await Accept(Toys.One, new TallyCommand.Add(1), key: "k");
        for (var i = 0; i < 5; i++) await Accept(Toys.One, new TallyCommand.Add(1));
    }
}
