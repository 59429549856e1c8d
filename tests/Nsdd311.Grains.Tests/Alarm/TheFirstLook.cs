using Nsdd311.Grains.Alarm;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Alarm;

/// <summary>After a long outage the first look for whoever is overdue takes longer than a call may.</summary>
public sealed class TheFirstLook : AlarmHarness, IAsyncDisposable
{
    private static readonly DateTimeOffset Due = Monday.AddHours(2);

    private readonly FaultyJournal journal = new(new MemoryJournal());
    private readonly TaskCompletionSource looking = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int looks;

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    [Fact]
    public async Task No_silo_waits_for_it_none_begins_another_and_the_sweep_goes_on_every_minute()
    {
        await LeaveSomebodyOverdue();
        journal.BeforeDue = Look;
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: true), new LastingStorage());
        var sweep = cluster.Grains.GetGrain<ISweepGrain>(0);

        for (var silo = 0; silo < 3; silo++) await sweep.Start();

        (await cluster.Reminders.ReadRows(sweep.GetGrainId())).Reminders.Should().ContainSingle();
        looks.Should().Be(1);
        looking.SetResult();
        await cluster.WhenQuiet(default);
        while (!(await Wakes(cluster, Toys.One)).Any()) await Task.Delay(1);
    }

    [Fact]
    public async Task It_is_begun_again_where_the_journal_did_not_answer()
    {
        await LeaveSomebodyOverdue();
        looking.SetResult();
        journal.BeforeDue = () => Interlocked.Increment(ref looks) == 1 ? Task.FromException(new JournalFailedException("The connection was lost.")) : Task.CompletedTask;

        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: true), new LastingStorage());

        while (!(await Wakes(cluster, Toys.One)).Any()) await Task.Delay(1);
        looks.Should().BeGreaterThan(1);
    }

    private Task Look()
    {
        Interlocked.Increment(ref looks);
        return looking.Task;
    }

    private async Task LeaveSomebodyOverdue()
    {
        await using (var before = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: false), new LastingStorage())) await Accept(before, Toys.One, new TallyCommand.WakeAt(Due));
        Clock.MoveTo(Due.AddHours(3));
    }
}
