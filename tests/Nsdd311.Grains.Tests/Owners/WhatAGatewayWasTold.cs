using Microsoft.Extensions.DependencyInjection;
using Nsdd311.Grains.Tests.Alarm;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Grains.Wire;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Grains.Tests.Owners;

/// <summary>A gateway keeps what it was told, so that it is told less the next time; what it has may be old, and must never be wrong.</summary>
public sealed class WhatAGatewayWasTold : AlarmHarness, IAsyncDisposable
{
    private readonly MemoryJournal journal = new();
    private readonly LastingStorage storage = new();

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(200)]
    public async Task What_others_did_since_is_in_the_next_answer(int others)
    {
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: false), storage);
        await cluster.ExecuteAndSettle(Command("first", new TallyCommand.Add(1000)), TimeSpan.FromSeconds(1), default);
        var elsewhere = Other(cluster);
        for (var i = 0; i < others; i++) await elsewhere.Execute(Command($"other {i}", new TallyCommand.Add(1)), default);

        var read = await cluster.Read(Toys.One, null, default);
        var outcome = await cluster.ExecuteAndSettle(Command("mine", new TallyCommand.AddEach([1, 2])), TimeSpan.FromSeconds(1), default);

        TotalOf(read).Should().Be(1000 + others);
        outcome.Reply.Should().BeOfType<Reply.Accepted>().Which.Events.Should().Equal(new TallyEvent.Added(1), new TallyEvent.Added(2));
        TotalOf(outcome.Record).Should().Be(1003 + others);
        TotalOf(await elsewhere.Read(Toys.One, null, default)).Should().Be(1003 + others);
    }

    [Fact]
    public async Task A_repeated_command_is_answered_with_its_own_state_and_what_is_newest_stays_at_hand()
    {
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: false), storage);
        var first = Command("first", new TallyCommand.Add(5));
        await cluster.ExecuteAndSettle(first, TimeSpan.FromSeconds(1), default);
        for (var i = 0; i < 5; i++) await cluster.ExecuteAndSettle(Command($"more {i}", new TallyCommand.Add(1)), TimeSpan.FromSeconds(1), default);

        var again = await cluster.ExecuteAndSettle(first, TimeSpan.FromSeconds(1), default);

        again.Reply.Should().BeOfType<Reply.Accepted>().Which.Should().Be(new Reply.Accepted(Toys.One, 1, [new TallyEvent.Added(5)], Repeated: true));
        TotalOf(again.Record).Should().Be(5);
        TotalOf(await cluster.Read(Toys.One, 3, default)).Should().Be(7);
        TotalOf(cluster.AtHand(Toys.One)).Should().Be(10);
    }

    /// <summary>Another gateway of the same cluster, which keeps nothing.</summary>
    private static OrleansRuntime Other(ClusterProcess cluster) =>
        new(cluster.Grains, Toys.Model, cluster.Client.GetRequiredService<WireFormat>(), cluster.Client.GetRequiredService<ClusterSettings>());

    private static CommandEnvelope Command(string id, TallyCommand command) => new(Toys.One, command, CommandId.Of("test", id), "sha256:a", Toys.Chair);

    private static int TotalOf(EntityRecord? record) => ((TallyState.Counting)record!.State).Total;
}
