using Nsdd311.Grains.Tests.Alarm;
using Nsdd311.Postgres;
using Nsdd311.Testing;

namespace Nsdd311.Grains.Tests.Clusters;

/// <summary>A journal that goes away while silos start.</summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class WhoCannotStart(PostgresDatabases databases) : AlarmHarness
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Where_one_of_two_silos_cannot_start_its_reason_is_told_and_the_other_ends(int silo)
    {
        var database = databases.New();
        await using var journal = await PostgresJournal.Open(database, OwnerMode.Together);
        var starts = 0;
        var gone = new FaultyJournal(journal) { AtStart = () => ObjectDisposedException.ThrowIf(Interlocked.Increment(ref starts) == silo, journal) };

        var start = () => PostgresCluster.Start(Parts(gone, reminders: true, sweep: true), database).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);

        await start.Should().ThrowAsync<ObjectDisposedException>();
    }
}
