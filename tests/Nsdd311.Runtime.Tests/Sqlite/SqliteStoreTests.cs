using Microsoft.Data.Sqlite;
using Nsdd311.Charters;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Sqlite;

namespace Nsdd311.Runtime.Tests.Sqlite;

public sealed class SqliteStoreTests : IDisposable
{
    private static readonly EntityId A = new("toy", "a");

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_committed_is_there_when_the_store_is_opened_again()
    {
        var written = Rows.Append(A, rows: 3, dueAt: Rows.Monday.AddTicks(1));
        await using (var journal = Open()) await journal.Commit([written], default);

        await using var again = Open();

        (await again.Read(A, 1, default)).Should().BeEquivalentTo(written.Rows, options => options.Excluding(row => row.Payload));
        (await again.Read(A, 3, default)).Single().Payload.ToArray().Should().Equal(written.Last.Payload.ToArray());
        (await again.NextDue(Rows.Monday, default)).Should().Be(Rows.Monday.AddTicks(10), "a promise is rounded up to a microsecond");
    }

    [Fact]
    public async Task Charters_and_remarks_are_kept()
    {
        await using (var journal = Open())
        {
            await journal.WriteCharter(new("v:1"), "one"u8.ToArray(), default);
            await journal.WriteCharter(new("v:1"), "other"u8.ToArray(), default);
            await journal.WriteMeta("exercise", "EXERCISE", default);
        }

        await using var again = Open();

        (await again.ReadCharters(default))[new CharterVersion("v:1")].ToArray().Should().Equal("one"u8.ToArray());
        (await again.ReadMeta("exercise", default)).Should().Be("EXERCISE");
        (await again.ReadMeta("never", default)).Should().BeNull();
    }

    [Fact]
    public async Task The_log_stays_short_however_much_is_written()
    {
        await using var journal = Open();
        var last = Rows.Append(A, command: "0");
        await journal.Commit([last], default);

        // Some 80 MB.
        for (var i = 1; i <= 80; i++) await journal.Commit([last = Rows.Append(A, last, $"{i}", size: 1_000_000)], default);

        new FileInfo($"{folder.File}-wal").Length.Should().BeLessThan(60_000_000);
        (await ChainVerification.Verify(journal, default)).Fault.Should().BeNull();
    }

    [Fact]
    public async Task Somebody_who_reads_for_long_stops_nobody_from_writing_and_when_he_has_gone_the_log_is_short_again()
    {
        await using var journal = Open();
        var last = Rows.Append(A, command: "0");
        await journal.Commit([last], default);
        using (var reader = new SqliteConnection($"Data Source={folder.File};Mode=ReadOnly;Pooling=False"))
        {
            reader.Open();
            using var reading = reader.BeginTransaction(deferred: true);
            using var question = new SqliteCommand("select count(*) from journal", reader, reading);
            question.ExecuteScalar().Should().Be(1L);

            for (var i = 1; i <= 60; i++) await journal.Commit([last = Rows.Append(A, last, $"{i}", size: 1_000_000)], default);
            question.ExecuteScalar().Should().Be(1L);
        }

        for (var i = 61; i <= 140; i++) await journal.Commit([last = Rows.Append(A, last, $"{i}", size: 1_000_000)], default);

        new FileInfo($"{folder.File}-wal").Length.Should().BeLessThan(100_000_000);
        (await ChainVerification.Verify(journal, default)).Should().Be(new ChainReport(1, 141, null));
    }

    [Fact]
    public async Task A_second_owner_is_refused_and_told_who_holds_the_folder()
    {
        await using var first = Open();

        FluentActions.Invoking(Open).Should().Throw<StoreUnusableException>().WithMessage($"*in use by process {Environment.ProcessId} on {Environment.MachineName} since *");
    }

    [Fact]
    public async Task A_folder_is_free_again_when_its_owner_has_gone()
    {
        await Open().DisposeAsync();

        await Open().DisposeAsync();
    }

    [Fact]
    public async Task Folder_and_file_are_for_this_user_alone()
    {
        await using var journal = Open();

        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(folder.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.GetUnixFileMode(folder.File).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_left_alone()
    {
        var journal = Open();
        journal.Tamper("create table of_the_future (x)");
        await journal.DisposeAsync();
        Run("pragma user_version = 99");

        FluentActions.Invoking(Open).Should().Throw<JournalTooNewException>().WithMessage("*schema 99*written by a newer version*");
        Run("pragma user_version = 1");
        await Open().DisposeAsync();
    }

    [Fact]
    public void What_is_no_store_is_refused()
    {
        Directory.CreateDirectory(folder.Path);
        File.WriteAllText(folder.File, new string('x', 5000));

        FluentActions.Invoking(Open).Should().Throw<StoreUnusableException>().WithMessage("*damaged or no store*");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused()
    {
        File.WriteAllText(folder.Path, "a file");

        FluentActions.Invoking(Open).Should().Throw<StoreUnusableException>().WithMessage("*cannot be*");
    }

    [Theory]
    [InlineData("pragma max_page_count = 1", "pragma max_page_count = 1000000", "*is full. Make room*")]
    [InlineData("pragma query_only = 1", "pragma query_only = 0", "*cannot be written*")]
    public async Task A_disk_that_fails_says_why_loses_nothing_and_works_again_without_a_restart(string cause, string cure, string message)
    {
        await using var journal = Open();
        var first = Rows.Append(A, command: "1");
        await journal.Commit([first], default);
        journal.OnEveryWriter = cause;

        var failing = () => journal.Commit([Rows.Append(A, first, "2", size: 1_000_000)], default);
        (await failing.Should().ThrowAsync<JournalFailedException>()).WithMessage(message).Which.MayHaveHappened.Should().BeFalse();
        (await journal.Read(A, 1, default)).Should().HaveCount(1);

        journal.OnEveryWriter = cure;
        (await failing()).Should().Equal(AppendOutcome.Won);
        (await ChainVerification.Verify(journal, default)).Fault.Should().BeNull();
    }

    private SqliteJournal Open() => SqliteJournal.Open(folder.Path, TimeProvider.System);

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
