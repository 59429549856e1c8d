using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Sqlite;

namespace Nsdd311.Runtime.Tests.Sqlite;

public sealed class WhatOperatorsHear : IDisposable
{
    private const int ManyPages = 10_000;

    private readonly StoreFolder folder = new();
    private readonly Heard heard = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Checkpoints_that_fail_are_told_once_and_once_more_when_they_succeed_again()
    {
        Directory.CreateDirectory(folder.Path);
        var isFull = false;
        var checkpoints = new Checkpoints(() => isFull ? throw new SqliteException("Full.", 13) : Connection(), new(), heard);

        Checkpoint();
        heard.Levels.Should().BeEmpty();

        isFull = true;
        Checkpoint();
        Checkpoint();
        heard.Levels.Should().Equal(LogLevel.Warning);

        isFull = false;
        Checkpoint();
        Checkpoint();
        heard.Levels.Should().Equal(LogLevel.Warning, LogLevel.Information);

        isFull = true;
        Checkpoint();
        heard.Levels.Should().Equal(LogLevel.Warning, LogLevel.Information, LogLevel.Warning);

        void Checkpoint()
        {
            checkpoints.After(ManyPages);
            checkpoints.Finish();
        }
    }

    [Fact]
    public async Task A_journal_tells_its_operators_of_a_checkpoint_that_failed_and_loses_nothing()
    {
        if (OperatingSystem.IsWindows()) return;

        var journal = SqliteJournal.Open(folder.Path, TimeProvider.System, heard);
        var first = Rows.Append(new("toy", "a"), command: "1");
        await journal.Commit([first], default);
        File.Move(folder.File, $"{folder.File}.away");
        await journal.Commit([Rows.Append(new("toy", "a"), first, "2", size: 20_000_000)], default);
        await journal.DisposeAsync();

        heard.Levels.Should().Equal(LogLevel.Warning);
        File.Move($"{folder.File}.away", folder.File);
        await using var again = SqliteJournal.Open(folder.Path, TimeProvider.System, heard);
        (await ChainVerification.Verify(again, default)).Should().Be(new ChainReport(1, 2, null));
    }

    private SqliteConnection Connection()
    {
        var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Remembers how grave each message was.</summary>
    private sealed class Heard : ILogger<SqliteJournal>
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Levels.Add(logLevel);
    }
}
