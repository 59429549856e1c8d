using System.Net;
using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Testing;
using Orleans.Storage;

namespace Nsdd311.Grains.Tests.Postgres;

/// <summary>What Orleans' ADO.NET providers find in our tables: the providers are the real ones, and so is PostgreSQL.</summary>
[Collection(OnOneServer.Name)]
public sealed class OrleansTablesTests(PostgresDatabases databases) : IAsyncLifetime
{
    private static readonly DateTime Now = new(1988, 8, 1, 13, 0, 0, DateTimeKind.Utc);
    private static readonly GrainId Grain = GrainId.Create("proposal", "24d7b27c-eb91-8afa-a5ae-77021a026b14");
    private readonly string database = databases.New();
    private Providers providers = null!;

    public async Task InitializeAsync() => providers = await Providers.On(database);

    public async Task DisposeAsync() => await providers.DisposeAsync();

    [Fact]
    public async Task A_silo_joins_when_the_version_is_the_one_it_has_seen()
    {
        var seen = (await providers.Membership.ReadAllAsync()).Version;

        (await providers.Membership.InsertRowAsync(Silo(1), seen.Next())).Should().BeTrue();
        (await providers.Membership.InsertRowAsync(Silo(2), seen.Next())).Should().BeFalse("the version has moved");

        var read = await providers.Membership.ReadAllAsync();
        read.Version.Version.Should().Be(1);
        read.Members.Should().ContainSingle().Which.Item1.Should().BeEquivalentTo(new { Silo(1).SiloAddress, Silo(1).SiloName, Silo(1).HostName, Silo(1).Status, Silo(1).ProxyPort, Silo(1).StartTime, Silo(1).IAmAliveTime });
    }

    [Fact]
    public async Task A_silo_that_is_there_does_not_join_again_and_the_version_stays()
    {
        await Join(1);
        var seen = (await providers.Membership.ReadAllAsync()).Version;

        (await providers.Membership.InsertRowAsync(Silo(1), seen.Next())).Should().BeFalse();

        (await providers.Membership.ReadAllAsync()).Version.Version.Should().Be(seen.Version);
    }

    [Fact]
    public async Task Of_silos_that_change_the_table_at_once_one_wins()
    {
        var seen = (await providers.Membership.ReadAllAsync()).Version;

        var joined = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => providers.Membership.InsertRowAsync(Silo(number), seen.Next()))));

        joined.Count(won => won).Should().Be(1);
        (await providers.Membership.ReadAllAsync()).Version.Version.Should().Be(1);
    }

    [Fact]
    public async Task A_suspicion_is_written_under_the_version_that_was_seen_and_not_for_a_silo_that_is_not_there()
    {
        await Join(1);
        var seen = await providers.Membership.ReadAllAsync();
        var etag = seen.Members.Single().Item2;
        var suspected = Silo(1);
        suspected.Status = SiloStatus.Dead;
        suspected.SuspectTimes = [Tuple.Create(Silo(2).SiloAddress, Now.AddSeconds(5))];

        (await providers.Membership.UpdateRowAsync(suspected, etag, seen.Version.Next())).Should().BeTrue();
        (await providers.Membership.UpdateRowAsync(suspected, etag, seen.Version.Next())).Should().BeFalse("the version has moved");
        var now = await providers.Membership.ReadAllAsync();
        (await providers.Membership.UpdateRowAsync(Silo(3), now.Members.Single().Item2, now.Version.Next())).Should().BeFalse("that silo never joined");

        var read = await providers.Membership.ReadRowAsync(Silo(1).SiloAddress);
        read.Version.Version.Should().Be(2);
        read.Members.Single().Item1.Should().BeEquivalentTo(new { Status = SiloStatus.Dead, suspected.SuspectTimes });
    }

    [Fact]
    public async Task A_sign_of_life_moves_no_version()
    {
        await Join(1);
        var alive = Silo(1);
        alive.IAmAliveTime = Now.AddMinutes(1);

        await providers.Membership.UpdateIAmAliveAsync(alive);

        var read = await providers.Membership.ReadAllAsync();
        read.Version.Version.Should().Be(1);
        read.Members.Single().Item1.IAmAliveTime.Should().Be(Now.AddMinutes(1));
    }

    [Fact]
    public async Task Silos_that_ended_long_ago_are_swept_away_and_active_ones_never()
    {
        await Join(1);
        await Join(2, SiloStatus.Dead);
        await Join(3, SiloStatus.Dead, Now.AddHours(2));

        await providers.Membership.CleanupDefunctSiloEntriesAsync(Now.AddHours(1));

        (await providers.Membership.ReadAllAsync()).Members.Select(row => row.Item1.SiloAddress.Generation).Should().BeEquivalentTo([1, 3]);
    }

    [Fact]
    public async Task Reminders_that_are_written_together_are_those_that_the_provider_writes_one_by_one()
    {
        var another = GrainId.Create("proposal", "another");
        await providers.Reminders.UpsertRow(Reminder(Grain, Now));
        await using var together = new OrleansReminders(database, "tried");

        var versions = await together.Upsert([RowOf(Reminder(Grain, Now.AddDays(1))), RowOf(Reminder(another, Now.AddDays(2)))]);

        versions.Should().Equal(1, 0);
        (await providers.Reminders.ReadRow(Grain, "wake")).Should().BeEquivalentTo(new { GrainId = Grain, StartAt = Now.AddDays(1), Period = TimeSpan.FromMinutes(1), ETag = "1" });
        (await providers.Reminders.ReadRow(another, "wake"))!.StartAt.Should().Be(Now.AddDays(2));
        var hash = another.GetUniformHashCode();
        (await providers.Reminders.ReadRows(hash - 1, hash)).Reminders.Should().ContainSingle(row => row.GrainId == another);
        (await providers.Reminders.RemoveRow(another, "wake", "0")).Should().BeTrue();
    }

    [Fact]
    public async Task A_reminder_is_made_changed_and_removed_by_its_version()
    {
        var made = await providers.Reminders.UpsertRow(Reminder(Grain, Now));
        var changed = await providers.Reminders.UpsertRow(Reminder(Grain, Now.AddDays(1)));

        changed.Should().NotBe(made);
        (await providers.Reminders.ReadRow(Grain, "wake")).Should().BeEquivalentTo(new { GrainId = Grain, ReminderName = "wake", StartAt = Now.AddDays(1), Period = TimeSpan.FromMinutes(1), ETag = changed });
        (await providers.Reminders.RemoveRow(Grain, "wake", made!)).Should().BeFalse("it has changed since");
        (await providers.Reminders.RemoveRow(Grain, "wake", changed!)).Should().BeTrue();
        (await providers.Reminders.ReadRows(Grain)).Reminders.Should().BeEmpty();
    }

    [Fact]
    public async Task Reminders_are_read_by_range_of_the_ring_each_once_wherever_it_is_cut()
    {
        GrainId[] grains = [.. Enumerable.Range(0, 60).Select(number => GrainId.Create("proposal", $"p{number}"))];
        foreach (var grain in grains) await providers.Reminders.UpsertRow(Reminder(grain, Now));

        uint[] cuts = [0, 1, 1_000_000_000, int.MaxValue, int.MaxValue + 1u, 3_000_000_000, uint.MaxValue];
        for (var i = 0; i < cuts.Length; i++)
        {
            List<GrainId> read = [];
            for (var j = 0; j < cuts.Length; j++)
            {
                var (begin, end) = (cuts[(i + j) % cuts.Length], cuts[(i + j + 1) % cuts.Length]);
                var part = (await providers.Reminders.ReadRows(begin, end)).Reminders;
                part.Where(row => !IsWithin(row.GrainId.GetUniformHashCode(), begin, end)).Should().BeEmpty();
                read.AddRange(part.Select(row => row.GrainId));
            }

            read.Should().BeEquivalentTo(grains);
            (await providers.Reminders.ReadRows(cuts[i], cuts[i])).Reminders.Should().HaveCount(grains.Length, "a ring with one member is all its own");
        }

        static bool IsWithin(uint hash, uint begin, uint end) => begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;
    }

    [Fact]
    public async Task A_state_is_written_read_and_cleared_by_whoever_has_seen_it_last()
    {
        var mine = new GrainState<Kept> { State = new("one") };
        await providers.Storage.WriteStateAsync("snapshot", Grain, mine);
        var other = new GrainState<Kept>();
        await providers.Storage.ReadStateAsync("snapshot", Grain, other);
        other.State!.Text.Should().Be("one");

        other.State = new("two");
        await providers.Storage.WriteStateAsync("snapshot", Grain, other);
        mine.State = new("three");
        await Refuses(() => providers.Storage.WriteStateAsync("snapshot", Grain, mine));
        await Refuses(() => providers.Storage.ClearStateAsync("snapshot", Grain, mine));

        await providers.Storage.ClearStateAsync("snapshot", Grain, other);
        await providers.Storage.ReadStateAsync("snapshot", Grain, mine);
        mine.RecordExists.Should().BeFalse();
        mine.State = new("four");
        await providers.Storage.WriteStateAsync("snapshot", Grain, mine);
    }

    [Fact]
    public async Task Of_two_that_found_no_state_one_writes_the_first()
    {
        var (one, two) = (new GrainState<Kept> { State = new("one") }, new GrainState<Kept> { State = new("two") });
        await providers.Storage.WriteStateAsync("snapshot", Grain, one);

        await Refuses(() => providers.Storage.WriteStateAsync("snapshot", Grain, two));
    }

    [Fact]
    public async Task Keys_that_are_numbers_texts_or_nothing_do_not_meet()
    {
        GrainId[] grains = [GrainId.Create("kind", "7"), GrainId.Create("kind", "x"), GrainId.Create("kind", "7+x"), GrainId.Create("other", "x")];
        foreach (var grain in grains) await providers.Storage.WriteStateAsync(grain.Type.ToString()!, grain, new GrainState<Kept> { State = new(grain.ToString()) });

        foreach (var grain in grains)
        {
            var read = new GrainState<Kept>();
            await providers.Storage.ReadStateAsync(grain.Type.ToString()!, grain, read);
            read.State!.Text.Should().Be(grain.ToString());
        }
    }

    [Fact]
    public async Task Processes_that_start_at_once_make_the_tables_once()
    {
        var empty = databases.New();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OrleansTables.Apply(empty, default)));

        PostgresDatabases.Ask<long>(empty, "select count(*) from orleans_schema_version").Should().Be(1);
    }

    [Fact]
    public async Task Tables_of_a_newer_version_are_left_alone()
    {
        PostgresDatabases.Run(database, "insert into orleans_schema_version (version) values (99)");

        await FluentActions.Awaiting(() => OrleansTables.Apply(database, default)).Should().ThrowAsync<JournalTooNewException>();
    }

    /// <summary>What a grain keeps.</summary>
    [GenerateSerializer]
    public sealed record Kept([property: Id(0)] string Text)
    {
        public Kept() : this("") { }
    }

    private static Task Refuses(Func<Task> write) => FluentActions.Awaiting(write).Should().ThrowAsync<InconsistentStateException>();

    private static ReminderRow RowOf(ReminderEntry entry) => new(entry.GrainId.ToString(), entry.ReminderName, unchecked((int)entry.GrainId.GetUniformHashCode()), entry.StartAt, entry.Period);

    private static ReminderEntry Reminder(GrainId grain, DateTime at) => new() { GrainId = grain, ReminderName = "wake", StartAt = at, Period = TimeSpan.FromMinutes(1) };

    private static MembershipEntry Silo(int generation, SiloStatus status = SiloStatus.Active, DateTime? alive = null) => new()
    {
        SiloAddress = SiloAddress.New(IPAddress.Loopback, 11111, generation), SiloName = $"silo {generation}", HostName = "here", Status = status, ProxyPort = 30000,
        StartTime = Now, IAmAliveTime = alive ?? Now,
    };

    private async Task Join(int generation, SiloStatus status = SiloStatus.Active, DateTime? alive = null) =>
        (await providers.Membership.InsertRowAsync(Silo(generation, status, alive), (await providers.Membership.ReadAllAsync()).Version.Next())).Should().BeTrue();
}
