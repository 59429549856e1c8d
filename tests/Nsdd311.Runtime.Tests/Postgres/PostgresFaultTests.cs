using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Postgres;

/// <summary>What happens to a server happens to this one; whatever it is, nothing acknowledged is lost, nothing is doubled, and work goes on by itself.</summary>
[NeedsPostgres]
public sealed class PostgresFaultTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly TimeSpan Usual = new WriterSettings().Patience;

    private static int databases;

    [Fact]
    public async Task A_server_that_is_killed_under_load_loses_nothing_that_was_acknowledged()
    {
        await using var load = await LoadOnPostgres.Start(NewDatabase(), Usual);
        for (var kill = 0; kill < 10; kill++)
        {
            await load.MoreAnswers(30 + (kill * 13));
            server.Kill();
            server.Start();
        }

        await load.MoreAnswers(50);
        await load.NothingIsLostOrDoubled();
    }

    [Fact]
    public async Task While_a_server_is_away_callers_are_told_to_repeat_and_work_goes_on_when_it_is_back()
    {
        await using var load = await LoadOnPostgres.Start(NewDatabase(), TimeSpan.FromSeconds(1));
        await load.MoreAnswers(50);

        server.Stop();
        await load.SomebodyIsRefused();
        server.Start();

        await load.MoreAnswers(50);
        await load.NothingIsLostOrDoubled();
    }

    [Fact]
    public async Task A_server_that_is_restarted_under_load_is_found_again()
    {
        await using var load = await LoadOnPostgres.Start(NewDatabase(), Usual);
        for (var restart = 0; restart < 3; restart++)
        {
            await load.MoreAnswers(50);
            server.Stop();
            server.Start();
        }

        await load.MoreAnswers(50);
        await load.NothingIsLostOrDoubled();
    }

    [Fact]
    public async Task A_server_that_stands_still_is_noticed_and_what_it_does_late_happens_once()
    {
        await using var load = await LoadOnPostgres.Start($"{NewDatabase()};Command Timeout=1;Cancellation Timeout=200;Timeout=1", TimeSpan.FromSeconds(3));
        for (var pause = 0; pause < 2; pause++)
        {
            await load.MoreAnswers(50);
            server.Pause();
            await load.SomebodyIsRefused();
            server.Resume();
        }

        await load.MoreAnswers(50);
        await load.NothingIsLostOrDoubled();
    }

    [Fact]
    public async Task Connections_that_are_cut_in_mid_commit_lose_nothing_and_double_nothing()
    {
        var database = NewDatabase();
        await using var load = await LoadOnPostgres.Start(database, Usual);
        for (var cut = 0; cut < 25; cut++)
        {
            await load.MoreAnswers(5);
            PostgresDatabases.Run(database, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        }

        await load.MoreAnswers(50);
        await load.NothingIsLostOrDoubled();
    }

    [NeedsMountFact]
    public async Task A_full_disk_says_so_loses_nothing_and_work_goes_on_when_there_is_room()
    {
        using var disk = new SmallDisk(server.Folder, megabytes: 24);
        PostgresDatabases.Run(server.To("postgres"), $"create tablespace small location '{disk.Folder}'");
        var database = PostgresDatabases.New(server, "on_small_disk", "tablespace small");
        await using (var journal = await PostgresJournal.Open(database, OwnerMode.Alone))
        {
            var last = Rows.Append(new("toy", "a"), command: "0");
            await journal.Commit([last], default);
            var filling = async () =>
            {
                for (var i = 1; i <= 40; i++)
                {
                    var next = Rows.Append(new("toy", "a"), last, $"{i}", size: 1_000_000);
                    (await journal.Commit([next], default)).Should().Equal(AppendOutcome.Won);
                    last = next;
                }
            };

            (await filling.Should().ThrowAsync<JournalFailedException>()).WithMessage("The disk*is full. Make room*").Which.MayHaveHappened.Should().BeFalse();
            (await journal.Read(new("toy", "a"), 1, default)).Should().HaveCount((int)last.Last.Sequence);

            disk.Grow(megabytes: 128);
            (await journal.Commit([Rows.Append(new("toy", "a"), last, "again", size: 1_000_000)], default)).Should().Equal(AppendOutcome.Won);
            (await ChainVerification.Verify(journal, default)).Fault.Should().BeNull();
        }

        PostgresDatabases.Run(server.To("postgres"), "drop database on_small_disk (force)");
        PostgresDatabases.Run(server.To("postgres"), "drop tablespace small");
    }

    private string NewDatabase() => PostgresDatabases.New(server, $"fault_{Interlocked.Increment(ref databases)}");
}
