using Nsdd311.Web.Tests.Hosting;
using Xunit.Abstractions;

namespace Nsdd311.Web.Tests.Killing;

/// <summary>
/// A start makes what is not there yet: the folder, its lock, the store and its tables, the mark, the charter, the key, the first persons. Whatever it had made when
/// it was killed, the next start goes on from there.
/// </summary>
public sealed class KilledAtTheFirstStart(ITestOutputHelper output)
{
    private const int Kills = 20;

    /// <summary>All is made in a tenth of a second or two: before the folder there is nothing, and the rest of a start only reads.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(7);

    [Fact]
    public async Task The_next_start_serves_on_real_time_and_in_an_exercise()
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            var isExercise = kill % 2 == 1;
            await using var house = new ChildHouse();
            await house.KillWhileItStarts(() => Directory.Exists(house.Folder), kill * Step, isExercise ? "1989-10-16T09:00:00-04:00" : null);
            output.WriteLine($"{kill * Step.TotalMilliseconds:0} ms: {Made(house.Folder)}");

            // Where an exercise had begun, its clock is not put back.
            await house.Start(isExercise ? "1989-10-16T09:10:00-04:00" : null);

            (await (await house.SignIn("dod.ao")).Get("/charter")).ShouldBe(200).Headers.ContainsKey("Exercise").Should().Be(isExercise);
            await house.Kill();
            var (code, words) = await house.Verify();
            (code, words).Should().Match<(int Code, string Words)>(said => said.Code == 0 && said.Words.Contains("All 1 rows in 1 chains verify.", StringComparison.Ordinal));
        }
    }

    private static string Made(string folder) =>
        string.Join(", ", new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name} {file.Length}"));
}
