using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Testing;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Postgres;

/// <summary>One statement for a whole batch must judge as one append after the other does: the journal in memory is the measure.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class SameAsMemory(PostgresDatabases databases)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_batch_has_the_same_outcome(int seed)
    {
        await using var postgres = await PostgresJournal.Open(databases.New(), OwnerMode.Alone);
        var memory = new MemoryJournal();
        var random = new Random(seed);
        List<Append> known = [];
        for (var round = 0; round < 60; round++)
        {
            List<Append> batch = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Any(random, known)).OrderBy(append => append.Key, StringComparer.Ordinal)];

            var expected = await memory.Commit(batch, default);
            var outcomes = await postgres.Commit(batch, default);

            outcomes.Should().Equal(expected, $"seed {seed}, round {round}: {string.Join(", ", batch.Select(one => $"{one.Key} {one.First.Sequence}"))}");
        }

        (await All(postgres.Heads(default))).Should().Equal(await All(memory.Heads(default)));
        (await ChainVerification.Verify(postgres, default)).Fault.Should().BeNull();
        (await postgres.Alerts([new Seat(SeatKind.IgChair)], null, 200, default)).Items.Select(one => one.Alert.Subject)
            .Should().BeEquivalentTo((await memory.Alerts([new Seat(SeatKind.IgChair)], null, 200, default)).Items.Select(one => one.Alert.Subject));
    }

    /// <summary>One that follows what was made before, one made before, one that begins anew, under a command that may be recorded.</summary>
    private static Append Any(Random random, List<Append> known)
    {
        var entity = new EntityId("toy", $"e{random.Next(3)}");
        var before = known.Where(append => append.Entity == entity).ToList();
        if (before.Count > 0 && random.Next(4) == 0) return before[random.Next(before.Count)];

        var after = before.Count == 0 || random.Next(8) == 0 ? null : random.Next(3) == 0 ? before[random.Next(before.Count)] : before[^1];
        var command = random.Next(8) == 0 ? $"c{random.Next(20)}" : $"c{known.Count + 20}";
        AlertRow alert = new("toy", [new Seat(SeatKind.IgChair)], $"{known.Count}", null, null, Rows.Monday);
        known.Add(Rows.Append(entity, after, command, rows: random.Next(1, 3), show: new(null, random.Next(2) == 0 ? [alert] : [], [])));
        return known[^1];
    }

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        List<T> all = [];
        await foreach (var item in items) all.Add(item);
        return all;
    }
}
