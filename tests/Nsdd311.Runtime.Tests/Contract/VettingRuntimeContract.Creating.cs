using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>A command whose entity's key is its own: decided before anybody looked whether the entity exists.</summary>
public abstract partial class VettingRuntimeContract
{
    [Fact]
    public async Task A_creating_command_makes_its_entity()
    {
        var created = await Create(new TallyCommand.AddEach([1, 2]));

        created.Should().BeOfType<Reply.Accepted>().Which.Should().BeEquivalentTo(new { Version = 2L, Repeated = false });
        (await StateOf(Toys.One)).Total.Should().Be(3);
    }

    [Fact]
    public async Task A_creating_command_again_answers_what_is_recorded_in_this_process_and_in_the_next()
    {
        await Create(new TallyCommand.Add(1));
        await Accept(Toys.One, new TallyCommand.Add(5));

        (await Create(new TallyCommand.Add(1))).Should().BeOfType<Reply.Accepted>().Which.Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
        await Restart();
        (await Create(new TallyCommand.Add(1))).Should().BeOfType<Reply.Accepted>().Which.Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
        (await StateOf(Toys.One)).Total.Should().Be(6);
    }

    [Fact]
    public async Task What_the_rules_would_refuse_today_is_answered_as_it_was_accepted()
    {
        await Create(new TallyCommand.Add(1));
        await Restart();

        // The rules know only commands; that the same one would now be refused stands for a window that has begun meanwhile.
        var again = await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(TallyDecider.Most + 1), "creation") with { Creates = true }, default);

        again.Should().BeOfType<Reply.Accepted>().Which.Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
    }

    [Fact]
    public async Task Another_body_under_a_creating_command_is_other_content()
    {
        await Create(new TallyCommand.Add(1));
        await Restart();

        (await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(2), "creation", "sha256:b") with { Creates = true }, default)).Should().BeOfType<Reply.OtherContent>();
    }

    [Fact]
    public async Task A_refused_creation_leaves_nothing_behind()
    {
        (await Create(new TallyCommand.Add(TallyDecider.Most + 1))).Should().BeOfType<Reply.Refused>();

        (await Runtime.Read(Toys.One, null, default)).Should().BeNull();
        await Create(new TallyCommand.Add(1));
        (await StateOf(Toys.One)).Total.Should().Be(1);
    }

    [Fact]
    public async Task Whoever_reads_while_an_entity_is_being_created_again_is_shown_it_and_never_its_absence()
    {
        await Create(new TallyCommand.Add(1));
        await Restart();
        Journal.Fault = _ => CommitFault.HoldBefore;
        var again = Create(new TallyCommand.Add(1));
        await Journal.Held;

        var read = Runtime.Read(Toys.One, null, default);
        Journal.Fault = null;
        Journal.ReleaseHeld();

        (await read)!.Version.Should().Be(1);
        (await again).Should().BeOfType<Reply.Accepted>().Which.Repeated.Should().BeTrue();
    }

    private Task<Reply> Create(TallyCommand command) => Runtime.Execute(Envelope(Toys.One, command, "creation") with { Creates = true }, default);
}
