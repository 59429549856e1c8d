using System.Collections.Concurrent;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

public abstract partial class VettingRuntimeContract
{
    [Fact]
    public async Task Twenty_crashes_under_load_lose_nothing_that_was_acknowledged_and_repeat_nothing()
    {
        var acknowledged = new ConcurrentDictionary<string, long>();
        for (var crash = 0; crash < 20; crash++)
        {
            var (process, commits, round) = (await StartProcess(), 0, crash);
            // From some commit on nobody hears from the journal any more: half of the time it writes that commit, half of the time it does not.
            Journal.Fault = _ => Interlocked.Increment(ref commits) > 1 + (round % 5) ? (round % 2 == 0 ? CommitFault.HoldBefore : CommitFault.HoldAfter) : CommitFault.None;
            var held = Journal.Held;
            for (var i = 0; i < 60 || !held.IsCompleted; i++)
            {
                _ = Acknowledge(process, $"crash {round} {i}", acknowledged);
                if (i >= 60) await Task.Delay(TimeSpan.FromMilliseconds(1));
            }

            Journal.Fault = null;
            if (round % 2 == 0) Journal.DropHeld();
            else Journal.ReleaseHeld();
            await process.DisposeAsync();
        }

        var survivor = await StartProcess();
        foreach (var (key, version) in acknowledged)
        {
            var again = (await survivor.Execute(Load(key), default)).Should().BeOfType<Reply.Accepted>().Subject;
            again.Should().BeEquivalentTo(new { Version = version, Repeated = true }, key);
        }

        await survivor.CatchUp(default);
        (await ChainVerification.Verify(Journal, default)).Fault.Should().BeNull();
        (await Journal.Owing(null, 10, default)).Should().BeEmpty();
        acknowledged.Should().NotBeEmpty();
        await survivor.DisposeAsync();
    }

    private static async Task Acknowledge(RuntimeProcess process, string key, ConcurrentDictionary<string, long> acknowledged)
    {
        try
        {
            if (await process.Execute(Load(key), default) is Reply.Accepted accepted) acknowledged[key] = accepted.Version;
        }
        catch (RuntimeUnavailableException)
        {
            // The process is gone; nobody was told anything.
        }
    }

    private static CommandEnvelope Load(string key) =>
        new(Toys.BoundOne, key.EndsWith('7') ? new TallyCommand.Give("two", 1) : new TallyCommand.Add(1), CommandId.Of("load", key), "sha256:l", Toys.Chair);
}
