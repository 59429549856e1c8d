using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>Debts that are paid before they are durable, where one process holds both: docs/adr/0013-paid-in-advance.md.</summary>
public abstract partial class VettingRuntimeContract
{
    [Fact]
    public async Task What_leans_on_a_loser_is_lost_and_the_rest_of_the_batch_is_stored()
    {
        var (before, debt) = (Append(Toys.Two, null, "before"), Append(Toys.BoundOne, null, "debt"));
        await Journal.Commit([before, Append(Toys.BoundOne, null, "somebody else")], default);
        var payment = Append(Toys.Two, before, "payment", leansOn: debt);
        var answer = Append(Toys.BoundOne, debt, "answer", leansOn: payment);
        var bystander = Append(Toys.One, null, "bystander");

        (await Journal.Commit([debt, payment, bystander, answer], default)).Should()
            .Equal(AppendOutcome.Lost, AppendOutcome.Lost, AppendOutcome.Won, AppendOutcome.Lost);

        (await Journal.Read(Toys.Two, 1, default)).Should().HaveCount(1);
        (await ChainVerification.Verify(Journal, default)).Fault.Should().BeNull();
    }

    [Fact]
    public async Task What_leans_on_a_winner_stands_or_falls_by_itself()
    {
        var debt = Append(Toys.BoundOne, null, "debt");
        await Journal.Commit([Append(Toys.Two, null, "somebody else")], default);
        var payment = Append(Toys.Two, null, "payment", leansOn: debt);

        (await Journal.Commit([debt, payment, Append(Toys.BoundOne, debt, "answer", leansOn: payment)], default)).Should()
            .Equal(AppendOutcome.Won, AppendOutcome.Lost, AppendOutcome.Lost);

        (await Journal.Read(Toys.BoundOne, 1, default)).Should().HaveCount(1);
    }

    [Fact]
    public async Task Leaning_on_what_is_there_already_is_standing()
    {
        var debt = Append(Toys.BoundOne, null, "debt");
        var payment = Append(Toys.Two, null, "payment", leansOn: debt);
        await Journal.Commit([debt], default);

        (await Journal.Commit([debt, payment], default)).Should().Equal(AppendOutcome.There, AppendOutcome.Won);
    }

    [Fact]
    public async Task A_creditor_whom_somebody_else_has_moved_is_paid_once_all_the_same()
    {
        await Accept(Toys.Two, new TallyCommand.Add(1));
        await using var other = new Engine.LocalRuntime(Journal, Toys.Model, Charters, Seats, null, Clock, Settings, Waiting);
        await other.Execute(Envelope(Toys.Two, new TallyCommand.Add(1)), default);

        var promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));

        (await Runtime.Settled(Toys.BoundOne, promised.Version, Patience, default))!.State
            .Should().BeOfType<TallyState.Counting>().Which.Answers.Should().Equal("give-1: 4 received");
        (await StateOf(Toys.Two)).Total.Should().Be(6);
    }

    [Fact]
    public async Task A_debt_that_did_not_come_about_is_not_paid()
    {
        await Accept(Toys.Two, new TallyCommand.Add(1));
        Journal.Fault = _ => CommitFault.Refuse;
        await FluentActions.Awaiting(() => Tell(Toys.BoundOne, new TallyCommand.Give("two", 4), key: "k")).Should().ThrowAsync<RuntimeUnavailableException>();
        Journal.Fault = null;

        (await StateOf(Toys.Two)).Total.Should().Be(1);

        var promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4), key: "k");
        await Runtime.Settled(Toys.BoundOne, promised.Version, Patience, default);
        (await StateOf(Toys.Two)).Total.Should().Be(5);
        (await Runtime.History(Toys.Two, default)).Should().HaveCount(2);
    }

    [Theory]
    [InlineData(CommitFault.FailBefore)]
    [InlineData(CommitFault.FailAfter)]
    public async Task A_lost_connection_while_it_is_paid_pays_once(CommitFault fault)
    {
        var left = 2;
        Journal.Fault = _ => left-- > 0 ? fault : CommitFault.None;

        var promised = await Accept(Toys.BoundOne, new TallyCommand.Give("two", 4));

        (await Runtime.Settled(Toys.BoundOne, promised.Version, Patience, default))!.Version.Should().Be(2);
        (await Runtime.History(Toys.Two, default)).Should().HaveCount(1);
    }

    private static Append Append(EntityId entity, Append? after, string command, Append? leansOn = null)
    {
        var append = Tests.Journal.Rows.Append(entity, after, command);
        append.LeansOn = leansOn;
        return append;
    }
}
