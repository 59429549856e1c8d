using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

public abstract partial class VettingRuntimeContract
{
    [Theory]
    [InlineData(CommitFault.FailBefore)]
    [InlineData(CommitFault.FailAfter)]
    public async Task A_lost_connection_is_not_noticed_and_nothing_happens_twice(CommitFault fault)
    {
        var left = 3;
        Journal.Fault = _ => left-- > 0 ? fault : CommitFault.None;

        var reply = await Accept(Toys.One, new TallyCommand.Add(1));

        reply.Should().BeEquivalentTo(new { Version = 1L, Repeated = false });
        (await Runtime.History(Toys.One, default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_store_that_refuses_says_why_and_works_again_when_it_can()
    {
        await Accept(Toys.One, new TallyCommand.Add(1));
        Journal.Fault = _ => CommitFault.Refuse;

        var failing = () => Tell(Toys.One, new TallyCommand.Add(1), key: "k");
        (await failing.Should().ThrowAsync<RuntimeUnavailableException>()).WithMessage("The disk that holds the journal is full*");
        (await StateOf(Toys.One)).Total.Should().Be(1);
        (await Tell(Toys.One, new TallyCommand.Receive(-1))).Should().BeOfType<Reply.Refused>("refusals need no disk");

        Journal.Fault = null;
        (await Accept(Toys.One, new TallyCommand.Add(1), key: "k")).Should().BeEquivalentTo(new { Version = 2L, Repeated = false });
    }

    [Fact]
    public async Task Nobody_is_answered_before_the_head_is_durable()
    {
        Journal.Fault = _ => CommitFault.HoldBefore;
        var accepted = Tell(Toys.One, new TallyCommand.Add(1), key: "k");
        await Journal.Held;
        var refused = Tell(Toys.One, new TallyCommand.Add(TallyDecider.Most));
        var repeated = Tell(Toys.One, new TallyCommand.Add(1), key: "k");
        var stale = Runtime.Execute(Envelope(Toys.One, new TallyCommand.Add(1)) with { ExpectedVersion = 7 }, default);
        var pipelined = Tell(Toys.One, new TallyCommand.Add(1));

        Task<Reply>[] all = [accepted, refused, repeated, stale, pipelined];
        all.Should().OnlyContain(task => !task.IsCompleted);
        (await Runtime.Read(Toys.One, null, default)).Should().BeNull("reads show what is durable");

        Journal.Fault = null;
        Journal.ReleaseHeld();
        (await refused).Should().BeOfType<Reply.Refused>();
        (await repeated).Should().BeOfType<Reply.Accepted>().Which.Repeated.Should().BeTrue();
        (await stale).Should().BeOfType<Reply.Stale>().Which.Version.Should().BeOneOf([1, 2], "which of two requests on their way comes first is nobody's promise");
        (await pipelined).Should().BeOfType<Reply.Accepted>().Which.Version.Should().Be(2);
    }

    [Fact]
    public async Task What_was_decided_on_a_head_that_fell_is_decided_again()
    {
        var seats = new SeatsThatSayWhenTheyAreAsked();
        Seats = seats;
        await Restart();
        Journal.Fault = _ => CommitFault.HoldBefore;
        var first = Tell(Toys.One, new TallyCommand.Add(TallyDecider.Most), key: "first");
        await Journal.Held;
        var asked = seats.NextTime();
        var second = Tell(Toys.One, new TallyCommand.Add(1), key: "second");
        await asked;
        second.IsCompleted.Should().BeFalse("that there is room for no more rests on a head that is not durable");

        Journal.Fault = null;
        Journal.DropHeld();

        await ((Func<Task>)(() => first)).Should().ThrowAsync<RuntimeUnavailableException>();
        (await second).Should().BeOfType<Reply.Accepted>("the head that stood against it never became durable");
    }

    [Fact]
    public async Task A_second_writer_loses_the_race_reloads_and_does_no_harm()
    {
        await using var other = new Engine.LocalRuntime(Journal, Toys.Model, Charters, Seats, null, Clock, Settings, Waiting);
        await Accept(Toys.One, new TallyCommand.Add(1));
        await other.Execute(Envelope(Toys.One, new TallyCommand.Add(1)), default);

        var reply = await Accept(Toys.One, new TallyCommand.Add(1));
        var repeated = await other.Execute(Envelope(Toys.One, new TallyCommand.Add(1), "key 1"), default);

        reply.Version.Should().Be(3);
        repeated.Should().BeOfType<Reply.Accepted>().Which.Repeated.Should().BeTrue();
        (await ChainVerification.Verify(Journal, default)).Fault.Should().BeNull();
    }

    [Fact]
    public async Task Two_writers_under_load_leave_one_chain_and_lose_nothing()
    {
        await using var other = new Engine.LocalRuntime(Journal, Toys.Model, Charters, Seats, null, Clock, Settings, Waiting);
        var random = new Random(311);
        Journal.Fault = _ =>
        {
            lock (random) return random.Next(6) switch { 0 => CommitFault.FailBefore, 1 => CommitFault.FailAfter, _ => CommitFault.None };
        };

        var work = Enumerable.Range(0, 60).Select(i => Task.Run(() => (i % 2 == 0 ? (IVettingRuntime)Runtime : other).Execute(
            Envelope(new(Toys.Free, $"n{i % 3}"), new TallyCommand.Add(1), $"load {i / 2}"), default)));
        (await Task.WhenAll(work)).Should().AllBeOfType<Reply.Accepted>();

        Journal.Fault = null;
        var report = await ChainVerification.Verify(Journal, default);
        report.Fault.Should().BeNull();
        report.Rows.Should().Be(60);
    }

    private sealed class SeatsThatSayWhenTheyAreAsked : Engine.ISeats
    {
        private TaskCompletionSource? next;

        public long Sequence => 0;

        public Task NextTime() => (next = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public bool Holds(PersonId person, Seat seat)
        {
            next?.TrySetResult();
            return true;
        }
    }
}
