using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>What every runtime over every store does. The subclasses say which.</summary>
public abstract partial class VettingRuntimeContract : RuntimeHarness
{
    [Fact]
    public async Task An_accepted_command_answers_its_version_and_its_events()
    {
        var first = await Accept(Toys.One, new TallyCommand.Add(3));
        var second = await Accept(Toys.One, new TallyCommand.AddEach([1, 2]));

        first.Should().BeEquivalentTo(new { Version = 1L, Repeated = false });
        second.Version.Should().Be(3);
        second.Events.Should().Equal(new TallyEvent.Added(1), new TallyEvent.Added(2));
        (await StateOf(Toys.One)).Total.Should().Be(6);
    }

    [Fact]
    public async Task A_refusal_carries_its_facts_and_changes_nothing()
    {
        var reply = await Tell(Toys.One, new TallyCommand.Add(TallyDecider.Most + 1));

        var notice = reply.Should().BeOfType<Reply.Refused>().Subject.Notice;
        notice.Code.Should().Be("tally.too-much");
        notice.Kind.Should().Be(RefusalKind.Process);
        notice.Facts.GetRawText().Should().Be("""{"total":1000001,"agencies":["DOD"]}""");
        (await Runtime.Read(Toys.One, null, default)).Should().BeNull();
    }

    [Fact]
    public async Task The_same_command_again_answers_what_is_recorded_and_the_rules_are_not_asked_again()
    {
        await Accept(Toys.One, new TallyCommand.AddEach([1, 2]), key: "k");
        await Accept(Toys.One, new TallyCommand.Add(TallyDecider.Most - 3));

        var again = await Accept(Toys.One, new TallyCommand.AddEach([1, 2]), key: "k");

        again.Should().BeEquivalentTo(new { Version = 2L, Repeated = true });
        again.Events.Should().Equal(new TallyEvent.Added(1), new TallyEvent.Added(2));
        (await StateOf(Toys.One)).Total.Should().Be(TallyDecider.Most);
    }

    [Fact]
    public async Task The_same_command_again_after_a_restart_is_found_in_the_journal()
    {
        Settings = Settings with { KnownCommands = 1, SnapshotEvery = 2 };
        await Restart();
        await Accept(Toys.One, new TallyCommand.Add(1), key: "k");
        for (var i = 0; i < 5; i++) await Accept(Toys.One, new TallyCommand.Add(1));
        await Runtime.CatchUp(default);
        await Restart();

        var again = await Accept(Toys.One, new TallyCommand.Add(1), key: "k");

        again.Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
        (await StateOf(Toys.One)).Total.Should().Be(6);
    }

    [Fact]
    public async Task Another_body_under_an_accepted_id_is_refused_also_when_it_is_stale()
    {
        await Accept(Toys.One, new TallyCommand.Add(1), key: "k");

        var reply = await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(2), "k", "sha256:b") with { ExpectedVersion = 9 }, default);

        reply.Should().BeOfType<Reply.OtherContent>();
    }

    [Fact]
    public async Task A_refused_command_binds_nothing()
    {
        await Tell(Toys.One, new TallyCommand.Add(TallyDecider.Most + 1), key: "k");

        var reply = await Tell(Toys.One, new TallyCommand.Add(1), key: "k", digest: "sha256:b");

        reply.Should().BeOfType<Reply.Accepted>();
    }

    [Fact]
    public async Task A_version_that_is_not_expected_is_stale_and_a_repetition_is_looked_for_first()
    {
        await Accept(Toys.One, new TallyCommand.Add(1), key: "k");
        await Accept(Toys.One, new TallyCommand.Add(1));

        var stale = await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(1)) with { ExpectedVersion = 1 }, default);
        var repeated = await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(1), "k") with { ExpectedVersion = 0 }, default);
        var expected = await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(1)) with { ExpectedVersion = 2 }, default);

        stale.Should().Be(new Reply.Stale(2));
        repeated.Should().BeOfType<Reply.Accepted>().Which.Repeated.Should().BeTrue();
        expected.Should().BeOfType<Reply.Accepted>().Which.Version.Should().Be(3);
    }

    [Fact]
    public async Task What_does_not_exist_is_refused_by_the_rules_before_it_is_stale()
    {
        var absent = await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Receive(-1)) with { ExpectedVersion = 5 }, default);
        var created = await Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(1)) with { ExpectedVersion = 5 }, default);

        absent.Should().BeOfType<Reply.Refused>();
        created.Should().Be(new Reply.Stale(0));
        (await Runtime.Read(Toys.One, null, default)).Should().BeNull();
    }

    [Fact]
    public async Task Many_commands_at_once_are_each_recorded_once_and_share_commits()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => Tell(Toys.One, new TallyCommand.Add(1), $"many {i % 200}"))));

        replies.Should().AllBeOfType<Reply.Accepted>();
        replies.Cast<Reply.Accepted>().Select(reply => reply.Version).Distinct().Should().BeEquivalentTo(Enumerable.Range(1, 200));
        (await StateOf(Toys.One)).Total.Should().Be(200);
        Journal.Commits.Sum().Should().Be(200, "each append is written once");
    }

    [Fact]
    public async Task A_person_whom_the_roster_does_not_seat_is_refused()
    {
        Seats = new NobodySeated();
        await Restart();

        var reply = await Tell(Toys.One, new TallyCommand.Add(1));

        var notice = reply.Should().BeOfType<Reply.Refused>().Subject.Notice;
        notice.Should().BeEquivalentTo(new { Code = "seat.not-held", Kind = RefusalKind.Seat });
        notice.Facts.GetRawText().Should().Be("""{"seat":"ig-chair"}""");
    }

    [Fact]
    public async Task A_person_who_was_relieved_a_second_ago_is_refused_and_what_was_done_before_stands()
    {
        var roster = new SeatedUntilRelieved();
        Seats = roster;
        await Restart();
        await Tell(Toys.One, new TallyCommand.Add(1), "before");

        roster.IsRelieved = true;

        (await Tell(Toys.One, new TallyCommand.Add(1), "after")).Should().BeOfType<Reply.Refused>().Which.Notice.Code.Should().Be("seat.not-held");
        (await Tell(Toys.One, new TallyCommand.Add(1), "before")).Should().BeOfType<Reply.Accepted>().Which.Repeated.Should().BeTrue("what was accepted is answered again");
        (await StateOf(Toys.One)).Total.Should().Be(1);
    }

    private sealed class SeatedUntilRelieved : Engine.ISeats
    {
        public bool IsRelieved { get; set; }

        public long Sequence => IsRelieved ? 2 : 1;

        public bool Holds(PersonId person, Seat seat) => !IsRelieved;
    }

    private sealed class NobodySeated : Engine.ISeats
    {
        public long Sequence => 0;

        public bool Holds(PersonId person, Seat seat) => false;
    }
}
