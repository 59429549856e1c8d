using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>The contract for the local runtime, and what it promises besides: bounds on what one process keeps in memory.</summary>
public abstract class LocalRuntimeContract : VettingRuntimeContract
{
    [Fact]
    public async Task Idle_entities_leave_and_come_back_as_they_were()
    {
        Settings = Settings with { LoadedLimit = 10 };
        await Restart();
        var local = ((LocalProcess)Runtime).Runtime;
        for (var i = 0; i < 50; i++) await Accept(new(Toys.Free, $"n{i}"), new TallyCommand.Add(i));

        local.LoadedEntities.Should().BeLessThanOrEqualTo(10);
        (await StateOf(new(Toys.Free, "n3"))).Total.Should().Be(3);

        Clock.Advance(Settings.IdleAfter * 2);
        local.LoadedEntities.Should().Be(0);
        (await StateOf(new(Toys.Free, "n4"))).Total.Should().Be(4);
    }

    [Fact]
    public async Task A_debt_its_payment_and_the_answer_are_one_commit()
    {
        Settings = Settings with { PaysInAdvance = true };
        await Restart();
        await Accept(Toys.Two, new TallyCommand.Add(1));
        var before = Journal.Commits.Count;

        var promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));

        (await Runtime.Settled(Toys.BoundOne, promised.Version, Patience, default))!.Version.Should().Be(2);
        Journal.Commits.Skip(before).Should().Equal(3);
    }

    [Fact]
    public async Task A_debt_that_is_stored_before_its_creditor_is_there_is_paid_once_and_nobody_asks_the_journal_about_it()
    {
        Settings = Settings with { PaysInAdvance = true };
        await Accept(Toys.Two, new TallyCommand.Add(1));
        await Restart();
        await Accept(Toys.One, new TallyCommand.Add(1));
        var (arrived, loads, finds) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        Journal.BeforeLoad = entity => entity == Toys.Two && arrived.TrySetResult() ? loads.Task : Task.CompletedTask;
        Journal.BeforeFind = () => Interlocked.Increment(ref finds);
        var (commits, reads) = (Journal.Commits.Count, Journal.ReadFrom.Count);

        var promised = Runtime.ExecuteAndSettle(Envelope(Toys.BoundOne, new TallyCommand.Give("two", 4)), Patience, default);
        await arrived.Task;
        await Accept(Toys.One, new TallyCommand.Add(1));
        loads.SetResult();

        (await promised).Should().BeEquivalentTo(new { IsSettled = true, Record = new { Version = 2 } });
        await ((LocalProcess)Runtime).Runtime.CatchUp(default);
        Journal.Commits.Skip(commits).Should().Equal([2, 2], "the debt goes with the other command, the payment with the answer");
        finds.Should().Be(0);
        Journal.ReadFrom.Count.Should().Be(reads);
    }

    [Fact]
    public async Task A_debt_that_came_about_unheard_is_paid_soon_although_nobody_asks_for_it()
    {
        Settings = Settings with { PaysInAdvance = false, Writer = Settings.Writer with { Patience = TimeSpan.FromMilliseconds(100) } };
        await Restart();
        Journal.Fault = _ => CommitFault.FailAfter;
        await FluentActions.Awaiting(() => Tell(Toys.BoundOne, new TallyCommand.Give("two", 4))).Should().ThrowAsync<RuntimeUnavailableException>();
        Journal.Fault = null;
        (await Journal.Owing(null, 10, default)).Should().Equal(Toys.BoundOne);

        var end = Clock.GetUtcNow().AddMinutes(1);
        while ((await Journal.Owing(null, 10, default)).Count > 0)
        {
            Clock.GetUtcNow().Should().BeBefore(end, "the debt was to be noticed");
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        (await StateOf(Toys.Two)).Total.Should().Be(4);
    }

    [Fact]
    public async Task What_lands_after_its_copy_was_let_go_is_seen_and_what_it_owes_is_paid()
    {
        Journal.Fault = _ => CommitFault.HoldBefore;
        var promised = Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));
        await Journal.Held;
        Journal.Fault = null;
        ((LocalProcess)Runtime).Runtime.LetGoOfEverything();
        (await Runtime.Read(Toys.BoundOne, null, default)).Should().BeNull("what is on its way has not landed, and the copy that is loaded now knows nothing of it");

        Journal.ReleaseHeld();

        (await Runtime.Settled(Toys.BoundOne, (await promised).Version, Patience, default))!.Version.Should().Be(2);
        (await StateOf(Toys.Two)).Total.Should().Be(4);
    }

    protected override Task<RuntimeProcess> NewProcess(bool started) =>
        LocalProcess.Of(new(Journal, Model, Charters, Seats, RosterMoved, Clock, Settings, Waiting), started);
}
