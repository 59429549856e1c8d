using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Runtime;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Alarm;

/// <summary>One store, clusters on it, and a clock that is moved in small steps.</summary>
public abstract class AlarmHarness
{
    protected static readonly DateTimeOffset Monday = new(1988, 8, 1, 13, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);

    /// <summary>What a tick sets going gets this much real time before the clock moves on.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(4);

    private int keys;

    protected ManualClock Clock { get; } = new(Monday);

    protected Parts Parts(IJournal journal, bool reminders, bool sweep) => new(
        journal, new Shelf(Toys.Charter), new EverybodySeated(), null, Clock, new() { Reminders = reminders, Sweep = sweep });

    protected async Task<Reply.Accepted> Accept(IVettingRuntime runtime, EntityId entity, TallyCommand command) =>
        (await runtime.Execute(new(entity, command, CommandId.Of("test", $"key {++keys}"), "sha256:a", Toys.Chair), default)).Should().BeOfType<Reply.Accepted>().Subject;

    /// <summary>Lets the clock run until something is so; what has not come by the end does not come.</summary>
    protected async Task Until(Func<Task<bool>> so, DateTimeOffset end)
    {
        while (!await so())
        {
            Clock.GetUtcNow().Should().BeBefore(end, "it was to have happened");
            Clock.Advance(Step);
            await Task.Delay(Breath);
        }
    }

    protected async Task RunTo(DateTimeOffset end)
    {
        while (end - Clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            Clock.Advance(left < Step ? left : Step);
            await Task.Delay(Breath);
        }
    }

    protected static async Task<IEnumerable<TallyEvent.Woken>> Wakes(IVettingRuntime runtime, EntityId entity) =>
        (await runtime.History(entity, default)).Select(row => row.Event).OfType<TallyEvent.Woken>();

    /// <summary>Everybody leaves memory, so that whoever is to wake must be woken from outside.</summary>
    protected static async Task ForgetEverybody(ClusterProcess cluster)
    {
        await cluster.WhenQuiet(default);
        await cluster.Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        cluster.Engines.Sum(engine => engine.Loaded.Count).Should().Be(0);
    }
}
