using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

public abstract partial class VettingRuntimeContract
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_is_owed_is_paid_and_the_answer_is_recorded()
    {
        var promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));

        var settled = await Runtime.Settled(Toys.BoundOne, promised.Version, Patience, default);

        settled!.Version.Should().Be(2);
        settled.State.Should().BeOfType<TallyState.Counting>().Which.Answers.Should().Equal("give-1: 4 received");
        (await StateOf(Toys.Two)).Total.Should().Be(4);
        (await Runtime.History(Toys.Two, default))[0].Actor.Should().Be("entity bound/one");
    }

    [Fact]
    public async Task A_command_and_the_state_that_it_led_to_are_one_question()
    {
        await PayOnlyWhatIsDurable();
        var settled = await Runtime.ExecuteAndSettle(Envelope(Toys.BoundOne, new TallyCommand.Give("two", 4)), Patience, default);
        var refused = await Runtime.ExecuteAndSettle(Envelope(Toys.BoundOne, new TallyCommand.Add(TallyDecider.Most + 1)), Patience, default);
        Journal.Fault = batch => batch.Any(append => append.Entity == Toys.Two) ? CommitFault.Refuse : CommitFault.None;
        var owing = await Runtime.ExecuteAndSettle(Envelope(Toys.BoundOne, new TallyCommand.Give("two", 5)), TimeSpan.Zero, default);

        settled.Reply.Should().BeOfType<Reply.Accepted>().Which.Version.Should().Be(1);
        settled.Should().BeEquivalentTo(new { IsSettled = true, Record = new { Version = 2L } });
        refused.Should().Be(new ReplyAndRecord(refused.Reply, null, IsSettled: false));
        refused.Reply.Should().BeOfType<Reply.Refused>();
        owing.IsSettled.Should().BeFalse();
        owing.Record!.State.Should().BeOfType<TallyState.Counting>().Which.Debts.Should().ContainSingle().Which.Amount.Should().Be(5);
    }

    [Fact]
    public async Task A_payment_that_is_refused_is_an_answer_too()
    {
        var promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", -4));

        var settled = await Runtime.Settled(Toys.BoundOne, promised.Version, Patience, default);

        settled!.State.Should().BeOfType<TallyState.Counting>().Which.Answers.Should().Equal("give-1: tally.not-taken");
    }

    [Fact]
    public async Task Debts_are_paid_in_order_and_the_same_version_is_the_settled_one_for_ever()
    {
        var promises = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Accept(Toys.BoundOne, new TallyCommand.Give("two", i))));
        var settled = await Runtime.Settled(Toys.BoundOne, promises.Max(promise => promise.Version), Patience, default);
        await Accept(Toys.BoundOne, new TallyCommand.Add(1));

        var again = await Runtime.Settled(Toys.BoundOne, promises.Max(promise => promise.Version), Patience, default);

        again!.Version.Should().Be(settled!.Version);
        ((TallyState.Counting)settled.State).Answers.Should().HaveCount(20).And.OnlyHaveUniqueItems();
        (await Runtime.History(Toys.BoundOne, default)).Select(row => row.Event).OfType<TallyEvent.Answered>().Select(e => e.ObligationId)
            .Should().Equal(Enumerable.Range(1, 20).Select(i => $"give-{i}"));
        (await StateOf(Toys.Two)).Total.Should().Be(210);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_owed_at_a_crash_is_paid_once_afterwards(bool alreadyPaid)
    {
        await PayOnlyWhatIsDurable();
        Journal.Fault = batch => batch.Any(append => append.Entity == (alreadyPaid ? Toys.BoundOne : Toys.Two) && append.First.Actor.StartsWith("entity", StringComparison.Ordinal))
            ? CommitFault.Refuse : CommitFault.None;
        var promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));
        await Runtime.CatchUp(default);
        (await Journal.Owing(null, 10, default)).Should().Equal(Toys.BoundOne);

        Journal.Fault = null;
        await Restart();

        var settled = await Runtime.Settled(Toys.BoundOne, promised.Version, Patience, default);
        settled!.Version.Should().Be(2);
        (await StateOf(Toys.Two)).Total.Should().Be(4);
        (await Journal.Owing(null, 10, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_payment_that_fails_is_tried_again_after_a_pause()
    {
        await PayOnlyWhatIsDurable();
        Journal.Fault = batch => batch.Any(append => append.Entity == Toys.Two) ? CommitFault.Refuse : CommitFault.None;
        await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));
        await Runtime.CatchUp(default);
        await MoveTo(Monday.AddSeconds(1));
        (await StateOf(Toys.BoundOne)).Debts.Should().HaveCount(1);

        Journal.Fault = null;
        await MoveTo(Monday.AddSeconds(3));

        (await StateOf(Toys.BoundOne)).Debts.Should().BeEmpty();
        (await StateOf(Toys.Two)).Total.Should().Be(4);
    }

    [Fact]
    public async Task After_ten_tries_an_operator_is_told_once_and_the_tries_go_on()
    {
        await PayOnlyWhatIsDurable();
        Journal.Fault = batch => batch.Any(append => append.Entity == Toys.Two) ? CommitFault.Refuse : CommitFault.None;
        await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));
        await Runtime.CatchUp(default);
        for (var tries = 1; tries < 14; tries++) await MoveTo(Clock.GetUtcNow().AddHours(1));

        var alerts = await Journal.Alerts([new Seat(SeatKind.Operator)], null, 10, default);
        alerts.Items.Select(one => $"{one.Alert.Kind} {one.Alert.Subject}").Should().Equal("payment.stuck bound");

        Journal.Fault = null;
        await MoveTo(Clock.GetUtcNow().AddHours(1));
        (await StateOf(Toys.BoundOne)).Debts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_deadline_comes_in_time_although_a_payment_is_stuck()
    {
        await PayOnlyWhatIsDurable();
        Journal.Fault = batch => batch.Any(append => append.Entity == Toys.Two) ? CommitFault.Refuse : CommitFault.None;
        var wakeAt = Clock.GetUtcNow().AddHours(3);
        await Accept(Toys.BoundOne, new TallyCommand.WakeAt(wakeAt));
        await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));
        await MoveTo(Clock.GetUtcNow().AddSeconds(5));

        // Nobody is asked to look: the runtime's own timers have to, while the clock runs on for less than an hour.
        Clock.MoveTo(wakeAt);
        var end = wakeAt.AddMinutes(50);
        while ((await Runtime.History(Toys.BoundOne, default)).All(recorded => recorded.Event is not TallyEvent.Woken))
        {
            Clock.GetUtcNow().Should().BeBefore(end, "the deadline was to be noticed");
            Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
    }

    [Fact]
    public async Task Whoever_has_no_patience_is_told_that_it_still_owes()
    {
        await PayOnlyWhatIsDurable();
        Journal.Fault = batch => batch.Any(append => append.Entity == Toys.Two) ? CommitFault.Refuse : CommitFault.None;
        var promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));

        (await Runtime.Settled(Toys.BoundOne, promised.Version, TimeSpan.Zero, default)).Should().BeNull();
    }

    [Fact]
    public async Task A_payment_carries_the_charter_of_a_bound_debtor()
    {
        var promised = await Accept(Toys.BoundOne, new TallyCommand.Add(1));
        Charters.InForce = Toys.OtherCharter;

        promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));
        await Runtime.Settled(Toys.BoundOne, promised.Version, Patience, default);

        (await Runtime.History(Toys.Two, default))[0].Event.Should().Be(new TallyEvent.Received(4, Toys.Charter.Version.ToString()));
    }
}
