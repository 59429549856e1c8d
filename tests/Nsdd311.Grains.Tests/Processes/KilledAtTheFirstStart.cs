using Nsdd311.Postgres;
using Nsdd311.Runtime.Journal;
using Nsdd311.Testing;
using Xunit.Abstractions;

namespace Nsdd311.Grains.Tests.Processes;

/// <summary>
/// The silos of a new cluster make together what is not there yet: the journal's tables, the mark, the charter, the tables of membership, reminders and snapshots, and their
/// own rows. Whatever they had made when all were killed, the next start goes on from there.
/// </summary>
[NeedsPostgres]
[Collection(OnOneServer.Name)]
public sealed class KilledAtTheFirstStart(SmallCluster cluster, ITestOutputHelper output) : IClassFixture<SmallCluster>
{
    /// <summary>The tables are made in a third of a second; then the silos join one another, which takes longer.</summary>
    private static readonly int[] Milliseconds = [0, 100, 200, 300, 600, 1000, 1500];

    [Fact]
    public async Task The_next_start_of_all_silos_serves()
    {
        foreach (var after in Milliseconds)
        {
            await cluster.BeginAnew();
            await cluster.KillWhileTheyStart(TimeSpan.FromMilliseconds(after));
            output.WriteLine($"{after} ms: {PostgresDatabases.Made(cluster.Database)}");

            await cluster.Up();

            await (await StandardWork.Through(cluster)).Vet("first");
            await cluster.KillAll();
            await using var journal = await PostgresJournal.Open(cluster.Database, OwnerMode.Together);
            (await ChainVerification.Verify(journal, default)).Fault.Should().BeNull();
        }
    }
}
