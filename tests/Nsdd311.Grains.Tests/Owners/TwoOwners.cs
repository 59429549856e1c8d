using Nsdd311.Grains.Tests.Alarm;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Owners;

/// <summary>Two silos that both believe they own an entity: here two clusters on one store, which know nothing of each other.</summary>
public sealed class TwoOwners : AlarmHarness, IAsyncLifetime
{
    private readonly LastingStorage storage = new();
    private ClusterProcess first = null!;
    private ClusterProcess second = null!;

    private FaultyJournal Journal { get; } = new(new MemoryJournal());

    public async Task InitializeAsync()
    {
        first = await MemoryCluster.Start(Parts(Journal, reminders: false, sweep: false), storage);
        second = await MemoryCluster.Start(Parts(Journal, reminders: false, sweep: false), storage);
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        await Journal.DisposeAsync();
    }

    [Fact]
    public async Task The_one_who_comes_too_late_loads_again_and_no_caller_notices()
    {
        for (var i = 1; i <= 10; i++)
        {
            var reply = await Accept(i % 2 == 0 ? first : second, Toys.One, new TallyCommand.Add(1));
            reply.Version.Should().Be(i);
        }

        (await ChainVerification.Verify(Journal, default)).Fault.Should().BeNull();
    }

    [Fact]
    public async Task Under_load_they_leave_one_chain_lose_nothing_and_both_keep_snapshots()
    {
        var random = new Random(311);
        Journal.Fault = _ =>
        {
            lock (random) return random.Next(6) switch { 0 => CommitFault.FailBefore, 1 => CommitFault.FailAfter, _ => CommitFault.None };
        };

        var work = Enumerable.Range(0, 300).Select(i => Task.Run(() => (i % 2 == 0 ? first : second).Execute(
            new(new(Toys.Free, $"n{i % 3}"), new TallyCommand.Add(1), CommandId.Of("load", $"{i / 2}"), "sha256:a", Toys.Chair), default)));
        (await Task.WhenAll(work)).Should().AllBeOfType<Reply.Accepted>();

        Journal.Fault = null;
        var report = await ChainVerification.Verify(Journal, default);
        report.Fault.Should().BeNull();
        report.Rows.Should().Be(300, "each command came twice, once to each, and to another entity");
    }

    [Fact]
    public async Task A_snapshot_that_another_has_written_meanwhile_is_read_again_and_the_newer_one_stays()
    {
        for (var i = 0; i < 64; i++) await Accept(first, Toys.One, new TallyCommand.Add(1));
        await first.WhenQuiet(default);
        await second.Read(Toys.One, null, default);
        var kept = await storage.Kept(Toys.One);

        // The second has read this snapshot; the first writes another one before the second does.
        for (var i = 0; i < 64; i++) await Accept(first, Toys.One, new TallyCommand.Add(1));
        await first.WhenQuiet(default);
        await Accept(second, Toys.One, new TallyCommand.Add(1));
        for (var i = 0; i < 63; i++) await Accept(second, Toys.One, new TallyCommand.Add(1));
        await second.WhenQuiet(default);

        kept!.Sequence.Should().Be(64);
        (await storage.Kept(Toys.One))!.Sequence.Should().BeGreaterThanOrEqualTo(128);
        ((TallyState.Counting)(await second.Read(Toys.One, null, default))!.State).Total.Should().Be(192);
    }
}
