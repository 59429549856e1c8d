using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Alarm;

public sealed class RemindersAndSweep : AlarmHarness, IAsyncDisposable
{
    private static readonly DateTimeOffset Due = Monday.AddHours(2);

    private readonly FaultyJournal journal = new(new MemoryJournal());

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Each_mechanism_alone_wakes_everybody_and_both_do_nothing_twice(bool reminders, bool sweep)
    {
        await using var cluster = await Start(reminders, sweep);
        var entities = Enumerable.Range(0, 20).Select(i => new EntityId(Toys.Free, $"n{i}")).ToList();
        foreach (var entity in entities) await Accept(cluster, entity, new TallyCommand.WakeAt(Due));
        await ForgetEverybody(cluster);

        await RunTo(Due.AddSeconds(-1));
        (await journal.Due(Due, null, 99, default)).Should().HaveCount(20, "nobody is woken before the deadline");

        await Until(async () => (await journal.Due(Due, null, 99, default)).Count == 0, Due.AddMinutes(5));
        await RunTo(Clock.GetUtcNow().AddMinutes(5));
        await cluster.WhenQuiet(default);

        foreach (var entity in entities)
            (await Wakes(cluster, entity)).Should().ContainSingle().Which.Due.Should().Be(Due);
        journal.Commits.Sum().Should().Be(40, "each entity wrote once when it was told and once when it was woken");
    }

    [Fact]
    public async Task A_reminder_comes_after_its_deadline_and_within_a_second_and_the_jitter()
    {
        await using var cluster = await Start(reminders: true, sweep: false);
        for (var i = 0; i < 20; i++) await Accept(cluster, new(Toys.Free, $"n{i}"), new TallyCommand.WakeAt(Due.AddTicks(123_456)));
        await cluster.WhenQuiet(default);

        List<DateTimeOffset?> rows = [];
        for (var i = 0; i < 20; i++) rows.Add(await cluster.ReminderOf(new(Toys.Free, $"n{i}")));

        rows.Should().OnlyContain(at => at > Due && at <= Due.AddSeconds(21));
        rows.Distinct().Should().HaveCountGreaterThan(10, "they are spread");
    }

    [Fact]
    public async Task A_deadline_that_moves_away_touches_nothing_until_the_tick_sets_it_anew_and_removes_it_at_the_end()
    {
        await using var cluster = await Start(reminders: true, sweep: false);
        await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due));
        await cluster.WhenQuiet(default);
        var first = await cluster.ReminderOf(Toys.One);

        await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due.AddHours(1)));
        await cluster.WhenQuiet(default);
        (await cluster.ReminderOf(Toys.One)).Should().Be(first, "a later deadline touches nothing");

        await Until(async () => await cluster.ReminderOf(Toys.One) >= Due.AddHours(1), Due.AddMinutes(2));
        (await Wakes(cluster, Toys.One)).Should().BeEmpty();

        await Until(async () => await cluster.ReminderOf(Toys.One) is null, Due.AddHours(1).AddMinutes(2));
        (await Wakes(cluster, Toys.One)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_deadline_that_is_gone_takes_its_reminder_along_and_a_new_one_has_its_own()
    {
        await using var cluster = await Start(reminders: true, sweep: false);
        await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due.AddDays(100)));
        await cluster.WhenQuiet(default);

        await Accept(cluster, Toys.One, new TallyCommand.WakeAt(null));
        await cluster.WhenQuiet(default);
        (await cluster.ReminderOf(Toys.One)).Should().BeNull();

        for (var i = 0; i < 10; i++)
        {
            await Accept(cluster, Toys.One, new TallyCommand.WakeAt(null));
            await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due));
        }

        await cluster.WhenQuiet(default);
        (await cluster.ReminderOf(Toys.One)).Should().BeOnOrAfter(Due, "whatever was asked for in between, the last stands");
    }

    [Fact]
    public async Task An_earlier_deadline_moves_the_reminder()
    {
        await using var cluster = await Start(reminders: true, sweep: false);
        await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due.AddDays(100)));
        await cluster.WhenQuiet(default);
        (await cluster.ReminderOf(Toys.One)).Should().BeCloseTo(Monday.AddDays(40), TimeSpan.FromSeconds(1), "what lies further than Orleans counts is reached in steps");

        await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due));
        await cluster.WhenQuiet(default);

        (await cluster.ReminderOf(Toys.One)).Should().BeOnOrAfter(Due).And.BeOnOrBefore(Due.AddSeconds(21));
    }

    [Fact]
    public async Task No_answer_waits_for_a_reminder()
    {
        // Nothing ever answers the reminder table of this cluster: its reminder service starts only when the silo has, and its table never does.
        await using var cluster = await MemoryCluster.Start(Parts(journal, reminders: true, sweep: false), new LastingStorage(), reminders: new SilentReminders());

        var reply = await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due));

        reply.Version.Should().Be(1);
        cluster.Engines.Single().WhenQuiet().IsCompleted.Should().BeFalse("the registration still waits");
    }

    [Fact]
    public async Task An_activation_that_could_not_set_its_reminder_before_it_left_does_not_set_it_over_that_of_the_next()
    {
        var (waiting, rows) = (new ManualClock(Monday), new LastingReminders { IsAway = true });
        var parts = Parts(journal, reminders: true, sweep: false);
        await using var cluster = await MemoryCluster.Start(parts with { Settings = parts.Settings with { Waiting = waiting } }, new LastingStorage(), reminders: rows);
        await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due.AddDays(1)));
        await Gone(cluster, waiting);

        rows.IsAway = false;
        await Accept(cluster, Toys.One, new TallyCommand.WakeAt(Due));
        await cluster.WhenQuiet(default);
        var set = await cluster.ReminderOf(Toys.One);
        set.Should().BeOnOrAfter(Due).And.BeOnOrBefore(Due.AddSeconds(21));

        for (var second = 0; second < 60; second++) await Pass(waiting, TimeSpan.FromSeconds(1));
        (await cluster.ReminderOf(Toys.One)).Should().Be(set);
    }

    /// <summary>The entity's activation has left, though its reminder is still being tried for.</summary>
    private static async Task Gone(ClusterProcess cluster, ManualClock waiting)
    {
        var management = cluster.Grains.GetGrain<IManagementGrain>(0);
        while (cluster.Engines.Single().Loaded.Count > 0)
        {
            // What was just used is not always taken for idle.
            var left = management.ForceActivationCollection(TimeSpan.Zero);
            while (!left.IsCompleted) await Pass(waiting, TimeSpan.FromMilliseconds(20));
        }
    }

    /// <summary>Some time passes, and a moment of real time for what begins with it.</summary>
    private static Task Pass(ManualClock waiting, TimeSpan time)
    {
        waiting.Advance(time);
        return Task.Delay(5);
    }

    private async Task<ClusterProcess> Start(bool reminders, bool sweep) =>
        await MemoryCluster.Start(Parts(journal, reminders, sweep), new LastingStorage());
}
