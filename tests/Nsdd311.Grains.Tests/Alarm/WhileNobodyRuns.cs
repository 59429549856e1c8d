using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Alarm;

/// <summary>Deadlines on one PostgreSQL over the end of everything that ran on it.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class WhileNobodyRuns(PostgresDatabases databases) : AlarmHarness
{
    private static readonly DateTimeOffset Due = Monday.AddHours(2);

    private readonly string database = databases.New();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_deadline_that_passes_while_all_silos_are_down_is_noticed_after_the_start_once(bool reminders, bool sweep)
    {
        await using var journal = await PostgresJournal.Open(database, OwnerMode.Together);
        await using (var before = await PostgresCluster.Start(Parts(journal, reminders: true, sweep), database))
        {
            await Accept(before, Toys.One, new TallyCommand.WakeAt(Due));
            await before.WhenQuiet(default);
            (await before.ReminderOf(Toys.One)).Should().BeOnOrAfter(Due);
        }

        Clock.MoveTo(Due.AddHours(3));
        await using var after = await PostgresCluster.Start(Parts(journal, reminders, sweep), database);
        await Until(async () => (await journal.Due(Due, null, 1, default)).Count == 0, Clock.GetUtcNow().AddMinutes(10));

        var woken = (await Wakes(after, Toys.One)).Should().ContainSingle().Subject;
        woken.Due.Should().Be(Due);
        woken.Noticed.Should().BeOnOrAfter(Due.AddHours(3));
        (await journal.Alerts([new Seat(SeatKind.IgChair)], null, 10, default)).Items.Should().ContainSingle().Which.Alert.Kind.Should().Be("tally.woken");

        await Until(async () => await after.ReminderOf(Toys.One) is null, Clock.GetUtcNow().AddMinutes(10));
        (await Wakes(after, Toys.One)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_the_local_runtime_left_goes_on_in_the_cluster_without_migration_and_no_deadline_is_lost()
    {
        EntityId passed = new(Toys.Free, "passed"), coming = new(Toys.Free, "coming");
        await using (var alone = await PostgresJournal.Open(database, OwnerMode.Alone))
        {
            await using var local = new LocalRuntime(alone, Toys.Model, new Shelf(Toys.Charter), new EverybodySeated(), null, Clock);
            await local.Start(default);
            await Accept(local, passed, new TallyCommand.WakeAt(Due));
            await Accept(local, coming, new TallyCommand.WakeAt(Due.AddHours(2)));
            for (var i = 0; i < 70; i++) await Accept(local, Toys.One, new TallyCommand.Add(1));
            await Accept(local, Toys.BoundOne, new TallyCommand.Give("two", 4));
            await local.CatchUp(default);
        }

        Clock.MoveTo(Due.AddHours(1));
        await using var journal = await PostgresJournal.Open(database, OwnerMode.Together);
        await using var cluster = await PostgresCluster.Start(Parts(journal, reminders: true, sweep: true), database);

        ((TallyState.Counting)(await cluster.Read(Toys.One, null, default))!.State).Total.Should().Be(70);
        ((TallyState.Counting)(await cluster.Read(Toys.Two, null, default))!.State).Total.Should().Be(4);
        (await cluster.ReminderOf(coming)).Should().BeNull("the local runtime makes no reminder");

        await Until(async () => (await Wakes(cluster, passed)).Any(), Clock.GetUtcNow().AddMinutes(5));
        (await Wakes(cluster, coming)).Should().BeEmpty();
        await Until(async () => (await journal.Due(Due.AddHours(2), null, 1, default)).Count == 0, Due.AddHours(2).AddMinutes(5));

        (await Wakes(cluster, passed)).Should().ContainSingle().Which.Due.Should().Be(Due);
        (await Wakes(cluster, coming)).Should().ContainSingle().Which.Due.Should().Be(Due.AddHours(2));
        (await ChainVerification.Verify(journal, default)).Fault.Should().BeNull();
    }
}
