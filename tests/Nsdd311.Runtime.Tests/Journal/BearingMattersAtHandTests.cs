using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Journal;

/// <summary>What bears on submissions is read once and kept true by commits; where that cannot be, it is read again.</summary>
public sealed class BearingMattersAtHandTests
{
    private readonly List<MatterRow> store = [];
    private readonly BearingMattersAtHand matters;
    private TaskCompletionSource? hold;
    private int readings;

    public BearingMattersAtHandTests() => matters = new(Read);

    [Fact]
    public async Task It_is_read_once_and_then_follows_what_is_stored()
    {
        store.Add(Guidance(1));
        (await Known()).Should().Equal(1);

        matters.Stored([Append(Guidance(2)), Append(Guidance(3))], [AppendOutcome.Won, AppendOutcome.Lost]);

        (await Known()).Should().Equal(1, 2);
        readings.Should().Be(1);
    }

    [Fact]
    public async Task All_who_ask_while_it_is_read_wait_for_one_reading_and_learn_of_what_was_stored_meanwhile()
    {
        hold = new();
        var asked = Enumerable.Range(0, 5).Select(_ => Known()).ToList();
        matters.Stored([Append(Guidance(1))], [AppendOutcome.Won]);
        hold.SetResult();

        (await Task.WhenAll(asked)).Should().AllSatisfy(known => known.Should().Equal(1));
        readings.Should().Be(1);
    }

    [Fact]
    public async Task Where_it_is_uncertain_what_was_stored_it_is_read_again()
    {
        await Known();
        store.Add(Guidance(1));
        matters.Forget();
        (await Known()).Should().Equal(1);

        store.Add(Guidance(2));
        matters.Stored([Append(Guidance(2))], [AppendOutcome.There]);
        (await Known()).Should().Equal(1, 2);
        readings.Should().Be(3);
    }

    [Fact]
    public async Task What_was_being_read_when_it_became_uncertain_is_not_kept()
    {
        hold = new();
        var asked = Known();
        matters.Forget();
        store.Add(Guidance(1));
        var held = hold;
        hold = null;
        held.SetResult();

        (await asked).Should().Equal(1);
        readings.Should().Be(2);
    }

    [Fact]
    public async Task A_reading_that_failed_is_begun_again_by_whoever_asks_next()
    {
        hold = new();
        var asked = Known();
        hold.SetException(new JournalFailedException("The connection was lost."));
        await FluentActions.Awaiting(() => asked).Should().ThrowAsync<JournalFailedException>();

        hold = null;
        (await Known()).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_gives_up_does_not_stop_the_reading()
    {
        hold = new();
        using var patience = new CancellationTokenSource();
        var impatient = matters.For(null, patience.Token).AsTask();
        var patient = Known();
        await patience.CancelAsync();
        hold.SetResult();

        await FluentActions.Awaiting(() => impatient).Should().ThrowAsync<OperationCanceledException>();
        (await patient).Should().BeEmpty();
        readings.Should().Be(1);
    }

    private async Task<IReadOnlyList<MatterRow>> Read()
    {
        readings++;
        IReadOnlyList<MatterRow> found = [.. store];
        if (hold is not null) await hold.Task;
        return found;
    }

    private async Task<IEnumerable<int>> Known() => (await matters.For(null, default)).ClearedGuidance.Select(id => (int)id.Value.ToByteArray()[4]);

    private static MatterRow Guidance(int number) => new(
        Id(number), MatterRow.Cleared, null, null, CategoryCode.Parse("guidance.policy"), MatterKind.PolicyGuidance, null, AgencyId.Parse("DOD"), [],
        new LogNumber(1988, number), null, Rows.Monday.AddDays(-number), null, null, []);

    private static Append Append(MatterRow row) => Rows.Append(EntityId.Of(row.Id), show: new(row, [], []));

    private static ProposalId Id(int number) => new(new Guid(0, (short)number, 0, new byte[8]));
}
