using Nsdd311.Grains.Alarm;
using Nsdd311.Grains.Tests.Clusters;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Alarm;

/// <summary>What is written to the table of reminders within a moment is written at once, and everybody is told what became of his own.</summary>
public sealed class RemindersAreGathered
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly ManualClock clock = new(new(1988, 7, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly List<IReadOnlyList<ReminderEntry>> written = [];
    private readonly GatheredReminders reminders;
    private bool isAway;

    public RemindersAreGathered() => reminders = new(new SilentReminders(), Write, Pause, clock);

    [Fact]
    public async Task Those_of_one_moment_are_one_statement_and_each_has_its_own_tag()
    {
        var tags = Enumerable.Range(1, 30).Select(number => reminders.UpsertRow(Entry($"{number}", number))).ToList();

        await Pass(tags);

        written.Should().ContainSingle().Which.Should().HaveCount(30);
        (await Task.WhenAll(tags)).Should().Equal(Enumerable.Range(1, 30).Select(number => $"{number}"));
    }

    [Fact]
    public async Task A_second_change_of_one_reminder_is_written_after_the_first()
    {
        var (first, second) = (reminders.UpsertRow(Entry("a", 1)), reminders.UpsertRow(Entry("a", 2)));

        await Pass([first, second]);

        written.Select(rows => rows.Single().StartAt.Minute).Should().Equal(1, 2);
    }

    [Fact]
    public async Task What_comes_later_is_written_later_and_nobody_is_told_before_it_is()
    {
        await Pass([reminders.UpsertRow(Entry("a", 1))]);
        var later = reminders.UpsertRow(Entry("b", 2));
        later.IsCompleted.Should().BeFalse();

        await Pass([later]);

        written.Should().HaveCount(2);
    }

    [Fact]
    public async Task Where_the_table_is_away_all_of_them_hear_it_and_the_next_ones_are_written()
    {
        isAway = true;
        List<Task<string?>> lost = [reminders.UpsertRow(Entry("a", 1)), reminders.UpsertRow(Entry("b", 2))];
        await Pass(lost);
        lost.Should().OnlyContain(task => task.IsFaulted);

        isAway = false;
        var again = reminders.UpsertRow(Entry("a", 1));
        await Pass([again]);

        (await again).Should().Be("1");
    }

    private Task<IReadOnlyList<string>> Write(IReadOnlyList<ReminderEntry> entries)
    {
        if (isAway) throw new TimeoutException();

        lock (written) written.Add(entries);
        return Task.FromResult<IReadOnlyList<string>>([.. entries.Select(entry => $"{entry.StartAt.Minute}")]);
    }

    /// <summary>Time passes until all of them have ended.</summary>
    private async Task Pass(IReadOnlyList<Task> tasks)
    {
        var ended = Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);
        while (!ended.IsCompleted)
        {
            clock.Advance(Pause);
            await Task.WhenAny(ended, Task.Delay(1));
        }
    }

    private static ReminderEntry Entry(string key, int minute) => new()
    {
        GrainId = GrainId.Create("proposal", key), ReminderName = "wake", StartAt = new(1988, 8, 1, 0, minute, 0, DateTimeKind.Utc), Period = TimeSpan.FromMinutes(1),
    };
}
