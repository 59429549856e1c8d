using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Contract;

public abstract partial class VettingRuntimeContract
{
    [Fact]
    public async Task A_journal_with_events_of_a_newer_version_is_not_started_on()
    {
        var row = new JournalRow(
            Toys.One, 1, "free.added/2", "{}"u8.ToArray(), "clock", CommandId.Of("future"), 0, "none", new CharterVersion("v"), 0, Monday,
            ChainHash.Root(Toys.One), default).Hashed();
        await Journal.Commit([new Append([row], null, false, ReadRows.None)], default);

        await FluentActions.Invoking(StartProcess).Should().ThrowAsync<JournalTooNewException>().WithMessage("*'free.added/2'*written by a newer version*");
    }

    [Fact]
    public async Task An_append_is_taken_once_whoever_sends_it_and_a_command_is_recorded_once()
    {
        var first = Rows(Toys.One, null, "a");
        var second = Rows(Toys.One, first, "b");

        (await Journal.Commit([first, second], default)).Should().Equal(AppendOutcome.Won, AppendOutcome.Won);
        (await Journal.Commit([first, second], default)).Should().Equal([AppendOutcome.There, AppendOutcome.There], "the same bytes again are there");
        (await Journal.Commit([Rows(Toys.One, first, "c")], default)).Should().Equal([AppendOutcome.Lost], "the head has moved");
        (await Journal.Commit([Rows(Toys.One, second, "a")], default)).Should().Equal([AppendOutcome.Lost], "the command is recorded");
        (await Journal.Commit([Rows(Toys.One, null, "d")], default)).Should().Equal([AppendOutcome.Lost], "the entity exists");
        (await Journal.Read(Toys.One, 1, default)).Should().HaveCount(2);

        static Append Rows(EntityId entity, Append? after, string command) => Tests.Journal.Rows.Append(entity, after, command);
    }
}
