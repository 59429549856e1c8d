using Microsoft.Extensions.Logging.Abstractions;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Journal;

public sealed class JournalWriterTests : IAsyncDisposable
{
    private static readonly EntityId A = new("toy", "a");
    private static readonly EntityId B = new("toy", "b");

    private readonly ManualClock waiting = new(Rows.Monday);
    private readonly FaultyJournal journal = new(new MemoryJournal());
    private readonly List<string> durable = [];
    private JournalWriter? writer;

    public async ValueTask DisposeAsync()
    {
        journal.Fault = null;
        journal.ReleaseHeld();
        if (writer is not null) await writer.DisposeAsync();
    }

    [Fact]
    public async Task What_waits_is_committed_together_in_its_order_and_within_the_bounds()
    {
        List<string[]> batches = [];
        await HeldBatch(new() { BatchCount = 3, BatchBytes = 5_000 });
        journal.Fault = batch =>
        {
            batches.Add([.. batch.Select(append => append.Entity.Key)]);
            return CommitFault.None;
        };
        Task[] answers = [.. new[] { ("z", 10), ("y", 10), ("x", 10), ("w", 3000), ("v", 3000), ("u", 9000), ("t", 10) }
            .Select(one => Write(new("toy", one.Item1), size: one.Item2))];

        journal.ReleaseHeld();
        await Task.WhenAll(answers);

        batches.Select(batch => string.Concat(batch)).Should().Equal("zyx", "w", "v", "u", "t");
    }

    [Theory]
    [InlineData(0, new[] { 1, 1, 1 })]
    [InlineData(2, new[] { 1, 2 })]
    public async Task With_fewer_waiting_than_are_worth_a_commit_whoever_can_go_on_goes_first(int worth, int[] commits)
    {
        var oneByOne = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        Start(new() { Scheduler = oneByOne, WorthACommit = worth });
        journal.Fault = _ => CommitFault.HoldBefore;
        Hand(new("toy", "held"), whenDurable: () => _ = oneByOne.Start(() => Write(B)));
        writer!.SeeTo();
        await journal.Held;
        journal.Fault = null;
        var waits = Write(A);

        journal.ReleaseHeld();
        await waits;
        await writer.DisposeAsync();

        journal.Commits.Should().Equal(commits);
    }

    [Fact]
    public async Task A_loser_does_not_fail_the_winners_and_its_epoch_fails_before_anybody_is_answered()
    {
        await journal.Commit([Rows.Append(A, command: "somebody else")], default);
        await HeldBatch();
        var (lost, won) = (new Epoch(), new Epoch());
        var failedWhenWinnerWasAnswered = false;
        var loser = Write(A, epoch: lost);
        var winner = Write(B, epoch: won, whenDurable: () => failedWhenWinnerWasAnswered = lost.Failed);

        journal.ReleaseHeld();

        await winner;
        await loser.Invoking(task => task).Should().ThrowAsync<EntityReloadingException>();
        failedWhenWinnerWasAnswered.Should().BeTrue();
        won.Failed.Should().BeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task What_leans_on_what_fails_is_not_written_and_its_epoch_fails_with_it(int batchCount)
    {
        await HeldBatch(new() { BatchCount = batchCount });
        journal.Fault = batch => batch[0].Entity == A ? CommitFault.Refuse : CommitFault.None;
        var (creditor, fallen) = (new Epoch(), 0);
        var debt = Hand(A);
        var payment = Hand(B, epoch: creditor, leansOn: debt, whenFailed: () => fallen++);

        journal.ReleaseHeld();

        await writer!.Await(payment).Invoking(task => task).Should().ThrowAsync<Exception>();
        debt.IsDurable.Should().BeFalse();
        (creditor.Failed, fallen).Should().Be((true, 1));
        (await journal.Read(B, 1, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_leans_on_what_is_durable_does_not_fall_with_what_its_copy_does_later()
    {
        Start(new());
        var epoch = new Epoch();
        var debt = Hand(A, epoch: epoch);
        await writer!.Await(debt);
        epoch.Fail();

        await writer.Await(Hand(B, leansOn: debt));

        (await journal.Read(B, 1, default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task After_a_failure_nothing_more_of_that_copy_is_written()
    {
        await HeldBatch(new() { BatchCount = 1 });
        journal.Fault = batch => batch[0].Entity == A ? CommitFault.Refuse : CommitFault.None;
        var epoch = new Epoch();
        var first = Rows.Append(A, command: "1");
        var one = Write(A, first, epoch);
        var two = Write(A, Rows.Append(A, first, "2"), epoch);

        journal.ReleaseHeld();

        (await one.Invoking(task => task).Should().ThrowAsync<RuntimeUnavailableException>()).WithMessage("*is full*");
        await two.Invoking(task => task).Should().ThrowAsync<EntityReloadingException>();
        (await journal.Read(A, 1, default)).Should().BeEmpty();
        durable.Should().Equal("held");
    }

    [Fact]
    public async Task After_twenty_seconds_without_an_answer_the_outcome_is_unknown_and_the_epoch_fails()
    {
        Start(new());
        journal.Fault = _ => CommitFault.HoldAfter;
        var epoch = new Epoch();
        var answer = Write(A, epoch: epoch);
        await journal.Held;
        waiting.Advance(TimeSpan.FromSeconds(19.999));
        answer.IsCompleted.Should().BeFalse();

        waiting.Advance(TimeSpan.FromMilliseconds(1));

        (await answer.Invoking(task => task).Should().ThrowAsync<RuntimeUnavailableException>()).WithMessage("*outcome is unknown. Repeat the request with the same key.");
        epoch.Failed.Should().BeTrue();
    }

    [Fact]
    public async Task The_same_bytes_run_again_and_what_is_there_with_its_own_hash_has_won()
    {
        Start(new() { RetryAfter = TimeSpan.Zero });
        var tries = 0;
        journal.Fault = _ => ++tries <= 2 ? CommitFault.FailAfter : CommitFault.None;

        await Write(A);

        tries.Should().Be(3);
        (await journal.Read(A, 1, default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_full_queue_says_so_before_anything_is_decided()
    {
        await HeldBatch(new() { QueueLimit = 2 });
        writer!.TryReserve().Should().BeTrue();
        writer.TryReserve().Should().BeTrue();
        writer.TryReserve().Should().BeFalse();

        writer.Release();

        writer.TryReserve().Should().BeTrue();
    }

    [Fact]
    public async Task An_append_is_never_split()
    {
        await HeldBatch(new() { BatchCount = 1, BatchBytes = 1 });
        var answer = Write(A, Rows.Append(A, rows: 50, size: 1000));

        journal.ReleaseHeld();
        await answer;

        journal.Commits.Should().Equal(1, 1);
        (await journal.Read(A, 1, default)).Should().HaveCount(50);
    }

    [Fact]
    public async Task What_is_handed_over_and_not_waited_for_is_written_with_the_next_that_is()
    {
        Start(new());
        Hand(new("toy", "wake"));

        await Write(A);

        journal.Commits.Should().Equal(2);
        durable.Should().Equal("wake", "a");
    }

    [Fact]
    public async Task Who_hands_over_and_will_not_wait_has_it_seen_to()
    {
        Start(new());
        TaskCompletionSource written = new();
        Hand(A, written.SetResult);

        writer!.SeeTo();

        await written.Task.WaitAsync(TimeSpan.FromSeconds(30));
        (await journal.Read(A, 1, default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task What_nobody_waited_for_is_written_before_the_writer_ends()
    {
        Start(new());
        Hand(A);

        await writer!.DisposeAsync();

        (await journal.Read(A, 1, default)).Should().HaveCount(1);
    }

    private void Start(WriterSettings settings) => writer = new(journal, settings, waiting, NullLogger.Instance);

    /// <summary>A commit is being held, so that what is written now waits for the next.</summary>
    private async Task HeldBatch(WriterSettings? settings = null)
    {
        Start(settings ?? new());
        journal.Fault = _ => CommitFault.HoldBefore;
        _ = Write(new("toy", "held"));
        await journal.Held;
        journal.Fault = null;
    }

    private PendingAppend Hand(EntityId entity, Action? whenDurable = null, Epoch? epoch = null, PendingAppend? leansOn = null, Action? whenFailed = null)
    {
        writer!.TryReserve().Should().BeTrue();
        return writer.Enqueue(epoch ?? new(), Rows.Append(entity), whenDurable ?? (() => durable.Add(entity.Key)), whenFailed, leansOn);
    }

    private Task Write(EntityId entity, Append? append = null, Epoch? epoch = null, Action? whenDurable = null, int size = 10)
    {
        writer!.TryReserve().Should().BeTrue();
        return writer.Await(writer.Enqueue(epoch ?? new(), append ?? Rows.Append(entity, size: size), whenDurable ?? (() => durable.Add(entity.Key))));
    }
}
