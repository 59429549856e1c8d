using Nsdd311.Grains.Tests.Alarm;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Owners;

/// <summary>Entities that leave a silo's memory and come back, and a roster whose grain lives on one silo of two.</summary>
public sealed class ComingAndGoing : AlarmHarness, IAsyncDisposable
{
    private readonly FaultyJournal journal = new(new MemoryJournal());
    private readonly LastingStorage storage = new();

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    [Theory]
    [InlineData(20, 1)]
    [InlineData(130, 2)]
    public async Task An_idle_entity_leaves_and_comes_back_with_one_question_or_if_it_is_long_from_snapshot_and_tail(int events, int questions)
    {
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: false), storage);
        for (var i = 0; i < events; i++) await Accept(cluster, Toys.One, new TallyCommand.Add(1));
        await ForgetEverybody(cluster);
        journal.ReadFrom.Clear();

        ((TallyState.Counting)(await cluster.Read(Toys.One, null, default))!.State).Total.Should().Be(events);

        // The silo also looks at the roster, whenever it likes.
        List<long> reads = [.. journal.ReadFrom.Where(read => read.Entity == Toys.One).Select(read => read.From)];
        reads.Should().HaveCount(questions).And.HaveElementAt(0, 1);
        if (questions > 1) reads[^1].Should().BeGreaterThanOrEqualTo(64).And.BeLessThanOrEqualTo(events);
    }

    [Fact]
    public async Task A_command_that_was_accepted_before_the_entity_left_is_known_when_it_is_back()
    {
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: false), storage);
        var command = new CommandEnvelope(Toys.One, new TallyCommand.Add(5), CommandId.Of("test", "once"), "sha256:a", Toys.Chair);
        await cluster.Execute(command, default);
        for (var i = 0; i < 100; i++) await Accept(cluster, Toys.One, new TallyCommand.Add(1));
        await ForgetEverybody(cluster);

        var again = await cluster.Execute(command, default);

        again.Should().BeOfType<Reply.Accepted>().Which.Should().BeEquivalentTo(new { Version = 1L, Repeated = true });
        ((TallyState.Counting)(await cluster.Read(Toys.One, null, default))!.State).Total.Should().Be(105);
    }

    [Fact]
    public async Task A_lost_owners_lock_throws_away_what_is_loaded_and_nobody_notices()
    {
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: false), storage);
        await Accept(cluster, Toys.One, new TallyCommand.Add(1));

        cluster.Engines.Single().Loaded.LetGoOfEverything();

        (await Accept(cluster, Toys.One, new TallyCommand.Add(1))).Version.Should().Be(2);
    }

    [Fact]
    public async Task Every_silo_follows_the_roster_wherever_its_grain_lives_and_so_does_a_gateway()
    {
        List<RosterSeats> seats = [];
        var parts = Parts(journal, reminders: false, sweep: false) with
        {
            SeatsOfEach = () =>
            {
                var own = new RosterSeats(state => ((TallyState.Counting)state).Total > 0 ? [(Toys.Chair.Id, Toys.Chair.Seat)] : []);
                lock (seats) seats.Add(own);
                return own;
            },
        };
        await using var cluster = await MemoryCluster.Start(parts, storage, silos: 2);
        var found = new CommandEnvelope(EntityId.Roster, new TallyCommand.Add(1), CommandId.Of("test", "found"), "sha256:a", new Actor.Clock());
        await cluster.Execute(found, default);

        seats.Should().HaveCount(2);
        await Soon(() => seats.TrueForAll(one => one.Sequence == 1 && one.Holds(Toys.Chair.Id, Toys.Chair.Seat)));
        await Soon(() => cluster.AtHand(EntityId.Roster) is { Version: 1, State: TallyState.Counting { Total: 1 } });
        cluster.AtHand(Toys.One).Should().BeNull("a gateway was told of no other entity");
        for (var i = 0; i < 20; i++) await Accept(cluster, new(Toys.Free, $"n{i}"), new TallyCommand.Add(1));
    }

    /// <summary>What is followed by real time has this long to be so; as a rule it takes a second.</summary>
    private static async Task Soon(Func<bool> so)
    {
        for (var left = 2000; !so(); left--)
        {
            left.Should().BePositive("it was to become so");
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }
}
