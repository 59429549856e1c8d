using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Runtime.Tests.Contract;

public abstract partial class VettingRuntimeContract
{
    [Fact]
    public async Task Every_version_can_be_read_again()
    {
        Settings = Settings with { RecentVersions = 2 };
        await Restart();
        for (var i = 0; i < 5; i++) await Accept(Toys.One, new TallyCommand.Add(1));

        var old = await Runtime.Read(Toys.One, 2, default);

        old.Should().BeEquivalentTo(new { Entity = Toys.One, Version = 2L, Charter = Toys.Charter.Version });
        old!.State.Should().BeOfType<TallyState.Counting>().Which.Total.Should().Be(2);
        (await Runtime.Read(Toys.One, 6, default)).Should().BeNull();
        (await Runtime.Read(Toys.One, 0, default)).Should().BeNull();
        (await Runtime.Read(new("no-such-kind", "x"), null, default)).Should().BeNull();
    }

    [Fact]
    public async Task The_history_says_who_when_and_on_what_ground()
    {
        Clock.Advance(TimeSpan.FromTicks(12_345_678));
        await Accept(Toys.One, new TallyCommand.Add(1));

        var history = await Runtime.History(Toys.One, default);

        var row = history.Should().ContainSingle().Subject;
        row.Should().BeEquivalentTo(new
        {
            Sequence = 1L,
            Event = new TallyEvent.Added(1),
            Type = "free.added/1",
            Actor = "ig.chair as ig-chair",
            Charter = Toys.Charter.Version,
            RosterSequence = 7L,
            At = Monday.AddTicks(12_345_670),
        });
        row.Hash.Should().MatchRegex("^[0-9a-f]{64}$");
    }

    [Fact]
    public async Task The_first_events_are_read_alone()
    {
        for (var i = 0; i < 3; i++) await Accept(Toys.One, new TallyCommand.Add(1));

        (await Journal.ReadFirst(Toys.One, 2, default)).Select(row => row.Sequence).Should().Equal(1, 2);
        (await Journal.ReadFirst(Toys.One, 4, default)).Should().HaveCount(3);
        (await Journal.ReadFirst(Toys.Two, 4, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_history_loads_from_its_snapshot_and_a_lost_or_foreign_snapshot_loses_nothing()
    {
        for (var i = 0; i < 130; i++) await Accept(Toys.One, new TallyCommand.Add(1));
        await Runtime.CatchUp(default);
        var kept = await SnapshotOf(Toys.One);
        kept!.Sequence.Should().BeGreaterThanOrEqualTo(64);

        await Restart();
        (await StateOf(Toys.One)).Total.Should().Be(130);
        await Accept(Toys.One, new TallyCommand.Add(1));

        Snapshot[] bad =
        [
            kept with { FoldVersion = "another build" }, kept with { Bytes = "{"u8.ToArray() }, kept with { Hash = ChainHash.Root(Toys.Two) }, kept with { Sequence = 999 },
        ];
        foreach (var snapshot in bad)
        {
            await Keep(Toys.One, snapshot);
            await Restart();
            (await StateOf(Toys.One)).Total.Should().Be(131);
        }
    }

    [Fact]
    public async Task A_bound_entity_finishes_under_the_charter_that_it_began_with_and_others_do_not()
    {
        await Accept(Toys.BoundOne, new TallyCommand.Receive(1));
        await Accept(Toys.One, new TallyCommand.Receive(1));
        Charters.InForce = Toys.OtherCharter;

        var bound = await Accept(Toys.BoundOne, new TallyCommand.Receive(1));
        var free = await Accept(Toys.One, new TallyCommand.Receive(1));

        bound.Events.Should().Equal(new TallyEvent.Received(1, Toys.Charter.Version.ToString()));
        free.Events.Should().Equal(new TallyEvent.Received(1, Toys.OtherCharter.Version.ToString()));
        (await Runtime.Read(Toys.BoundOne, null, default))!.Charter.Should().Be(Toys.Charter.Version);
        (await Runtime.Read(Toys.One, null, default))!.Charter.Should().Be(Toys.OtherCharter.Version);
    }

    [Fact]
    public async Task The_roster_is_followed_before_anybody_is_answered_and_again_at_the_next_start()
    {
        var seats = new RosterSeats(state => ((TallyState.Counting)state).Total > 0 ? [(Toys.Chair.Id, Toys.Chair.Seat)] : []);
        (Seats, RosterMoved) = (seats, seats.Follow);
        await Restart();
        (await Tell(Toys.One, new TallyCommand.Add(1))).Should().BeOfType<Reply.Refused>();

        await Runtime.Execute(Envelope(EntityId.Roster, new TallyCommand.Add(1)) with { Actor = new Actor.Clock() }, default);
        (await Tell(Toys.One, new TallyCommand.Add(1))).Should().BeOfType<Reply.Accepted>();

        seats = new RosterSeats(state => ((TallyState.Counting)state).Total > 0 ? [(Toys.Chair.Id, Toys.Chair.Seat)] : []);
        (Seats, RosterMoved) = (seats, seats.Follow);
        await Restart();
        (await Tell(Toys.One, new TallyCommand.Add(1))).Should().BeOfType<Reply.Accepted>();
        (await Runtime.History(Toys.One, default)).Select(row => row.RosterSequence).Should().Equal(1, 1);
    }
}
