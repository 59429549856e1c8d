using Nsdd311.Testing;
using Nsdd311.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace Nsdd311.Web.Tests.Killing;

/// <summary>
/// A start makes what is not there yet: the folder, its lock, the store and its tables, the mark, the charter, the key, the first persons. Whatever it had made when
/// it was killed, the next start goes on from there.
/// </summary>
public abstract class AtTheFirstStart(ITestOutputHelper output)
{
    /// <summary>Kills one first start after the other, each a step later, every second one of an exercise.</summary>
    /// <param name="kills">How many.</param>
    /// <param name="step">By how much later each, counted from when it begins to make anything.</param>
    /// <param name="newStore">Where the next one keeps its journal; whether something has begun there; and, for who reads a failure, what was made.</param>
    private protected async Task TheNextStartServes(int kills, TimeSpan step, Func<(KeptIn Kept, Func<ChildHouse, bool> HasBegun, Func<ChildHouse, string> Made)> newStore)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            var isExercise = kill % 2 == 1;
            var (kept, hasBegun, made) = newStore();
            await using var house = new ChildHouse(kept);
            await house.KillWhileItStarts(() => hasBegun(house), kill * step, isExercise ? "1989-10-16T09:00:00-04:00" : null);
            output.WriteLine($"{kill * step.TotalMilliseconds:0} ms: {made(house)}");

            // Where an exercise had begun, its clock is not put back.
            await house.Start(isExercise ? "1989-10-16T09:10:00-04:00" : null);

            (await (await house.SignIn("dod.ao")).Get("/charter")).ShouldBe(200).Headers.ContainsKey("Exercise").Should().Be(isExercise);
            await house.Kill();
            var (code, words) = await house.Verify();
            (code, words).Should().Match<(int Code, string Words)>(said => said.Code == 0 && said.Words.Contains("All 1 rows in 1 chains verify.", StringComparison.Ordinal));
        }
    }
}

public sealed class KilledAtTheFirstStart(ITestOutputHelper output) : AtTheFirstStart(output)
{
    /// <summary>All is made in a tenth of a second or two: before the folder there is nothing, and the rest of a start only reads.</summary>
    [Fact]
    public Task The_next_start_serves_on_real_time_and_in_an_exercise() => TheNextStartServes(
        20, TimeSpan.FromMilliseconds(7), () => (KeptIn.Folder, house => Directory.Exists(house.Folder), house => Made(house.Folder)));

    private static string Made(string folder) =>
        string.Join(", ", new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name} {file.Length}"));
}

[NeedsPostgres]
public sealed class KilledAtTheFirstStartOnPostgres(ITestOutputHelper output, PostgresServer server) : AtTheFirstStart(output), IClassFixture<PostgresServer>
{
    private static int databases;

    [Fact]
    public Task The_next_start_serves_on_real_time_and_in_an_exercise() => TheNextStartServes(12, TimeSpan.FromMilliseconds(40), () =>
    {
        var database = PostgresDatabases.New(server, $"first_start_{Interlocked.Increment(ref databases)}");
        return (KeptIn.Postgres(database), _ => PostgresDatabases.IsInUse(database), _ => PostgresDatabases.Made(database));
    });
}
