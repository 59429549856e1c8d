using Nsdd311.Postgres;
using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Testing;

namespace Nsdd311.Runtime.Tests.Postgres;

[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class PostgresStoreTests(PostgresDatabases databases)
{
    private static readonly EntityId A = new("toy", "a");

    private readonly string database = databases.New();

    [Fact]
    public async Task Looking_for_a_store_makes_none()
    {
        (await PostgresJournal.Exists(database)).Should().BeFalse();
        PostgresDatabases.Ask<long>(database, "select count(*) from pg_class where relnamespace = 'public'::regnamespace").Should().Be(0);

        await (await PostgresJournal.Open(database, OwnerMode.Alone)).DisposeAsync();
        (await PostgresJournal.Exists(database)).Should().BeTrue();
        await FluentActions.Invoking(() => PostgresJournal.Exists(database.Replace("Database=", "Database=not_", StringComparison.Ordinal)))
            .Should().ThrowAsync<StoreUnusableException>();
    }

    [Fact]
    public async Task What_was_committed_is_there_when_the_store_is_opened_again()
    {
        var written = Rows.Append(A, rows: 3, dueAt: Rows.Monday.AddTicks(1));
        await using (var journal = await Open()) await journal.Commit([written], default);

        await using var again = await Open();

        (await again.Read(A, 1, default)).Should().BeEquivalentTo(written.Rows, options => options.Excluding(row => row.Payload));
        (await again.Read(A, 3, default)).Single().Payload.ToArray().Should().Equal(written.Last.Payload.ToArray());
        (await again.NextDue(Rows.Monday, default)).Should().Be(Rows.Monday.AddTicks(10), "a promise is rounded up to a microsecond");
        (await again.EventTypes(default)).Should().Equal("toy.done/1");
    }

    [Fact]
    public async Task Charters_and_remarks_are_kept()
    {
        await using var journal = await Open();
        await journal.WriteCharter(new("v:1"), "one"u8.ToArray(), default);
        await journal.WriteCharter(new("v:1"), "other"u8.ToArray(), default);
        await journal.WriteMeta("exercise", "before", default);
        await journal.WriteMeta("exercise", "EXERCISE", default);

        (await journal.ReadCharters(default)).Single().Value.ToArray().Should().Equal("one"u8.ToArray());
        (await journal.ReadMeta("exercise", default)).Should().Be("EXERCISE");
        (await journal.ReadMeta("never", default)).Should().BeNull();
    }

    [Fact]
    public async Task A_second_owner_is_refused_and_told_who_holds_the_database()
    {
        await using var first = await Open();

        (await FluentActions.Awaiting(() => Open()).Should().ThrowAsync<StoreUnusableException>())
            .WithMessage($"*is in use by Nsdd311 process {Environment.ProcessId} on {Environment.MachineName} (the server's process * since *");
        await FluentActions.Awaiting(() => Open(OwnerMode.Together)).Should().ThrowAsync<StoreUnusableException>();
    }

    [Fact]
    public async Task Silos_share_the_database_and_the_local_runtime_does_not_come_between()
    {
        await using (var first = await Open(OwnerMode.Together))
        {
            await using var second = await Open(OwnerMode.Together);
            await FluentActions.Awaiting(() => Open()).Should().ThrowAsync<StoreUnusableException>();
        }

        await (await Open()).DisposeAsync();
    }

    [Fact]
    public async Task A_schema_of_a_newer_version_is_left_alone_and_both_versions_are_named()
    {
        await (await Open()).DisposeAsync();
        PostgresDatabases.Run(database, "insert into schema_version (version) values (99)");

        await FluentActions.Awaiting(() => Open()).Should().ThrowAsync<JournalTooNewException>().WithMessage("*schema 99*knows 1:*newer version*");
        PostgresDatabases.Run(database, "delete from schema_version where version = 99");
        await (await Open()).DisposeAsync();
    }

    [Fact]
    public async Task An_older_store_is_upgraded_once_by_whoever_is_first_and_keeps_what_is_in_it()
    {
        var written = Rows.Append(A, rows: 3);
        await using (var journal = await Open()) await journal.Commit([written], default);
        var newer = new SchemaScripts("schema_version", [.. SchemaScripts.OfJournal.Texts, "select pg_sleep(2); alter table journal add column remark text;"]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Apply(newer, $"{database};Command Timeout=1")));

        PostgresDatabases.Ask<long>(database, "select count(*) from schema_version").Should().Be(newer.Newest);
        PostgresDatabases.Ask<long>(database, "select count(*) from journal where remark is null").Should().Be(3);
        await FluentActions.Awaiting(() => Open()).Should().ThrowAsync<JournalTooNewException>("this program does not know the second script");

        static async Task Apply(SchemaScripts scripts, string to)
        {
            await using var connection = new Npgsql.NpgsqlConnection($"{to};Pooling=false");
            await connection.OpenAsync();
            await scripts.Apply(connection, default);
        }
    }

    [Theory]
    [InlineData("Host=nowhere.invalid;Database=d;Username=u;Password=hunter2;Timeout=1")]
    [InlineData("Host=a;Timeout=hunter2")]
    [InlineData("Password=hunter2")]
    [InlineData("hunter2")]
    public async Task What_cannot_be_reached_is_said_without_the_secret(string connectionString)
    {
        var failure = await FluentActions.Awaiting(() => PostgresJournal.Open(connectionString, OwnerMode.Alone)).Should().ThrowAsync<StoreUnusableException>();
        failure.Which.ToString().Should().NotContain("hunter2");
    }

    [Fact]
    public async Task While_another_owner_has_the_database_nothing_is_read_or_written_and_afterwards_everything_is_read_anew()
    {
        await using var journal = await Open();
        await using var runtime = new LocalRuntime(journal, Toys.Model, new Shelf(Toys.Charter), new EverybodySeated(), null, TimeProvider.System);
        journal.OwnershipLost = runtime.LetGoOfEverything;
        await Add(runtime, "first");

        // The other waits in line, so it is the next to have the lock.
        await using (var other = new Npgsql.NpgsqlConnection($"{database};Pooling=false"))
        {
            await other.OpenAsync();
            await using var wait = new Npgsql.NpgsqlCommand($"select pg_advisory_lock({Ownership.LockClass}, 1)", other);
            var waiting = wait.ExecuteNonQueryAsync();
            await Until(() => PostgresDatabases.Ask<bool>(database, "select exists (select from pg_locks where locktype = 'advisory' and not granted)"));
            PostgresDatabases.Run(database, "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
            await waiting;
            await Until(() => runtime.LoadedEntities == 0);

            await FluentActions.Awaiting(() => runtime.Read(Toys.One, null, default)).Should().ThrowAsync<RuntimeUnavailableException>().WithMessage("*owner's lock*");
            PostgresDatabases.Run(database, "delete from journal; delete from entity; delete from snapshot");
        }

        await Until(() => CanRead(runtime));
        (await runtime.Read(Toys.One, null, default)).Should().BeNull("nothing of what was loaded before is believed");
        (await Add(runtime, "second")).Version.Should().Be(1);
    }

    [Fact]
    public async Task Two_processes_that_race_leave_one_chain_and_lose_nothing()
    {
        await using var one = await Open(OwnerMode.Together);
        await using var two = await Open(OwnerMode.Together);
        await using var first = new LocalRuntime(one, Toys.Model, new Shelf(Toys.Charter), new EverybodySeated(), null, TimeProvider.System);
        await using var second = new LocalRuntime(two, Toys.Model, new Shelf(Toys.Charter), new EverybodySeated(), null, TimeProvider.System);

        var work = Enumerable.Range(0, 200).Select(i => Task.Run(() => (i % 2 == 0 ? first : second).Execute(
            new(new(Toys.Free, $"n{i % 3}"), new TallyCommand.Add(1), CommandId.Of("race", $"{i / 2}"), "sha256:r", Toys.Chair), default)));
        (await Task.WhenAll(work)).Should().AllBeOfType<Reply.Accepted>();

        var report = await ChainVerification.Verify(one, default);
        report.Fault.Should().BeNull();
        report.Rows.Should().Be(200);
    }

    private static bool CanRead(LocalRuntime runtime)
    {
        try
        {
            return runtime.Read(Toys.One, null, default).GetAwaiter().GetResult() is null;
        }
        catch (RuntimeUnavailableException)
        {
            return false;
        }
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var since = System.Diagnostics.Stopwatch.StartNew(); !holds(); await Task.Delay(10))
            if (since.Elapsed > TimeSpan.FromSeconds(30)) throw new TimeoutException();
    }

    private static async Task<Reply.Accepted> Add(LocalRuntime runtime, string key) =>
        (Reply.Accepted)await runtime.Execute(new(Toys.One, new TallyCommand.Add(1), CommandId.Of(key), "sha256:a", Toys.Chair), default);

    private Task<PostgresJournal> Open(OwnerMode mode = OwnerMode.Alone) => PostgresJournal.Open(database, mode);
}
