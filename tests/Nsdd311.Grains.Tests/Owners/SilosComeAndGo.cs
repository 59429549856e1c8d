using System.Collections.Concurrent;
using Nsdd311.Grains.Tests.Alarm;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Toy;

namespace Nsdd311.Grains.Tests.Owners;

public sealed class SilosComeAndGo : AlarmHarness
{
    private const int Clients = 16;

    [Fact]
    public async Task A_silo_that_leaves_under_load_costs_no_request_and_nothing_happens_twice()
    {
        await using var journal = new MemoryJournal();
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: true, sweep: true), new LastingStorage(), silos: 2);
        var acknowledged = new ConcurrentDictionary<string, long>();
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(() => Work(cluster, client, acknowledged, enough.Token))).ToList();

        await Soon(() => acknowledged.Count > 200);
        await cluster.LoseOne();
        var afterLoss = acknowledged.Count;
        await Soon(() => acknowledged.Count > afterLoss + 200);
        await cluster.GainOne();
        var afterGain = acknowledged.Count;
        await Soon(() => acknowledged.Count > afterGain + 200);
        await enough.CancelAsync();
        await Task.WhenAll(clients);

        foreach (var (key, version) in acknowledged)
            (await cluster.Execute(Command(key), default)).Should().BeOfType<Reply.Accepted>().Which.Should().BeEquivalentTo(new { Version = version, Repeated = true }, key);
        var report = await ChainVerification.Verify(journal, default);
        report.Fault.Should().BeNull();
        report.Rows.Should().Be(acknowledged.Count, "each request was recorded once");
    }

    private static async Task Work(IVettingRuntime runtime, int client, ConcurrentDictionary<string, long> acknowledged, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var key = $"{client} {i}";
            acknowledged[key] = (await runtime.Execute(Command(key), default)).Should().BeOfType<Reply.Accepted>().Subject.Version;
        }
    }

    private static CommandEnvelope Command(string key) =>
        new(new(Toys.Free, $"n{key.Sum(c => c) % 24}"), new TallyCommand.Add(1), CommandId.Of("load", key), "sha256:a", Toys.Chair);

    private static async Task Soon(Func<bool> so)
    {
        for (var left = 12_000; !so(); left--)
        {
            left.Should().BePositive("work was to go on");
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }
}
