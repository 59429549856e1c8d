using Nsdd311.Grains.Tests.Alarm;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Owners;

/// <summary>The roster lives on one silo and the matter on another, which looks for changes seldom: here two clusters on one store, and never by itself.</summary>
public sealed class SeatsOnEverySilo : AlarmHarness, IAsyncLifetime
{
    private readonly LastingStorage storage = new();
    private ClusterProcess withRoster = null!;
    private ClusterProcess other = null!;

    private FaultyJournal Journal { get; } = new(new MemoryJournal());

    public async Task InitializeAsync()
    {
        var parts = Parts(Journal, reminders: false, sweep: false);
        parts = parts with
        {
            Settings = parts.Settings with { RosterAge = TimeSpan.FromHours(1) },
            SeatsOfEach = () => new RosterSeats(state => ((TallyState.Counting)state).Total % 2 > 0 ? [(Toys.Chair.Id, Toys.Chair.Seat)] : []),
        };
        withRoster = await MemoryCluster.Start(parts, storage);
        other = await MemoryCluster.Start(parts, storage);
    }

    public async Task DisposeAsync()
    {
        await withRoster.DisposeAsync();
        await other.DisposeAsync();
        await Journal.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_was_seated_a_moment_ago_acts_on_any_silo()
    {
        (await Act("before")).Should().BeOfType<Reply.Refused>().Which.Notice.Code.Should().Be("seat.not-held");

        await MoveRoster();

        (await Act("after")).Should().BeOfType<Reply.Accepted>();
        (await other.History(Toys.One, default)).Select(row => row.RosterSequence).Should().Equal(1);
    }

    [Fact]
    public async Task Nobody_is_refused_for_a_roster_that_cannot_be_read()
    {
        await MoveRoster();
        Journal.Unreadable = EntityId.Roster;

        await Assert.ThrowsAsync<RuntimeUnavailableException>(() => Act("meanwhile"));

        Journal.Unreadable = null;
        (await Act("meanwhile")).Should().BeOfType<Reply.Accepted>();
    }

    private Task<Reply> Act(string key) => other.Execute(new(Toys.One, new TallyCommand.Add(1), CommandId.Of("test", key), "sha256:a", Toys.Chair), default);

    private async Task MoveRoster() =>
        (await withRoster.Execute(new(EntityId.Roster, new TallyCommand.Add(1), CommandId.Of("test", "roster"), "sha256:a", new Actor.Clock()), default)).Should().BeOfType<Reply.Accepted>();
}
