using Nsdd311.Grains.Engine;
using Nsdd311.Grains.Tests.Alarm;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Owners;

/// <summary>A creditor that nobody has in memory is loaded where the debtor is, so that one writer writes both; one that lives elsewhere stays there.</summary>
public sealed class CreditorsComeToWhoeverOwes : AlarmHarness, IAsyncDisposable
{
    private readonly FaultyJournal journal = new(new MemoryJournal());
    private readonly LastingStorage storage = new();

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    [Fact]
    public async Task Debt_payment_and_answer_are_one_commit_although_the_creditor_was_in_nobodys_memory()
    {
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: false), storage);

        await Accept(cluster, Toys.BoundOne, new TallyCommand.Give("two", 4));

        journal.Commits.Should().Equal(3);
    }

    [Fact]
    public async Task One_that_lives_elsewhere_is_not_asked_for_again_and_is_found_when_it_has_come_all_the_same()
    {
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: false, sweep: false), storage);
        var (there, here) = (cluster.Engines.Single().Loaded, new LoadedGrains());
        var creditors = new Creditors(here, new(cluster.Grains), TimeProvider.System);
        (await creditors.Borrow(Toys.Two)).Should().BeNull("it lives on the other silo");

        await ForgetEverybody(cluster);
        (await creditors.Borrow(Toys.Two)).Should().BeNull();
        there.Count.Should().Be(0, "it was not asked for again");

        await cluster.Grains.Of(Toys.Two).Load();
        here.Add(there.Find(Toys.Two)!);
        (await creditors.Borrow(Toys.Two)).Should().NotBeNull("it has come");
    }
}
