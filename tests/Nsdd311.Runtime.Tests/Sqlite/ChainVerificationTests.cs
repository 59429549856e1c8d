using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Sqlite;

namespace Nsdd311.Runtime.Tests.Sqlite;

public sealed class ChainVerificationTests : IAsyncLifetime, IDisposable
{
    private static readonly EntityId A = new("toy", "a");
    private static readonly EntityId B = new("toy", "b");

    private readonly StoreFolder folder = new();
    private SqliteJournal journal = null!;

    public async Task InitializeAsync()
    {
        journal = SqliteJournal.Open(folder.Path, TimeProvider.System);
        foreach (var entity in new[] { A, B })
        {
            var first = Rows.Append(entity, command: "1", rows: 2);
            await journal.Commit([first], default);
            await journal.Commit([Rows.Append(entity, first, "2", rows: 3)], default);
        }
    }

    public async Task DisposeAsync() => await journal.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Untouched_chains_verify()
    {
        (await ChainVerification.Verify(journal, default)).Should().Be(new ChainReport(2, 10, null));
    }

    [Theory]
    [InlineData("update journal set payload = x'00' where entity = 'toy/b' and seq = 3", "toy/b", 3)]
    [InlineData("update journal set actor = 'nobody' where entity = 'toy/b' and seq = 1", "toy/b", 1)]
    [InlineData("update journal set at = at + 1 where entity = 'toy/a' and seq = 5", "toy/a", 5)]
    [InlineData("update journal set body_digest = 'x' where entity = 'toy/a' and seq = 2", "toy/a", 2)]
    [InlineData("update journal set roster_seq = 9 where entity = 'toy/a' and seq = 2", "toy/a", 2)]
    [InlineData("update journal set n = 7 where entity = 'toy/a' and seq = 2", "toy/a", 2)]
    [InlineData("update journal set hash = randomblob(32) where entity = 'toy/a' and seq = 4", "toy/a", 4)]
    [InlineData("delete from journal where entity = 'toy/a' and seq = 1", "toy/a", 1)]
    [InlineData("delete from journal where entity = 'toy/a' and seq = 3", "toy/a", 3)]
    [InlineData("delete from journal where entity = 'toy/a' and seq = 5", "toy/a", 5)]
    [InlineData("delete from journal where entity = 'toy/b' and seq >= 4", "toy/b", 4)]
    [InlineData("delete from journal where entity = 'toy/a'", "toy/a", 1)]
    [InlineData("delete from journal where entity = 'toy/b'", "toy/b", 1)]
    [InlineData("delete from entity where key = 'toy/a'", "toy/a", 1)]
    [InlineData("delete from entity where key = 'toy/b'", "toy/b", 1)]
    [InlineData("update entity set seq = 4 where key = 'toy/a'", "toy/a", 5)]
    [InlineData("update entity set hash = randomblob(32) where key = 'toy/b'", "toy/b", 5)]
    [InlineData("update journal set seq = case seq when 2 then 103 when 3 then 102 end where entity = 'toy/a' and seq in (2, 3); update journal set seq = seq - 100 where seq > 100", "toy/a", 2)]
    [InlineData("update journal set entity = 'toy/c' where entity = 'toy/b'; update entity set key = 'toy/c' where key = 'toy/b'", "toy/c", 1)]
    public async Task The_first_bad_row_is_named(string tamper, string entity, long sequence)
    {
        journal.Tamper(tamper);

        var fault = (await ChainVerification.Verify(journal, default)).Fault;

        fault.Should().NotBeNull();
        $"{fault!.Entity} {fault.Sequence}".Should().Be($"{entity} {sequence}", fault.What);
    }
}
