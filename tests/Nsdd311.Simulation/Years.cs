using Nsdd311.Runtime.Memory;
using Xunit.Abstractions;

namespace Nsdd311.Simulation;

/// <summary>
/// Whole years from one seed each: the real runtime over the memory journal with the real rules, while agencies act, stall and repeat themselves, the
/// clock jumps, commits fail on either side, processes die and overlap. What must always hold is looked at after every commit.
/// </summary>
/// <remarks>
/// A seed reproduces its run exactly. Other seeds: <c>NSDD311_SEEDS=7</c>, or <c>NSDD311_SEEDS=1000-1999</c>; longer runs: <c>NSDD311_STEPS=1000</c>.
/// Even and odd seeds are two classes, so that they run side by side.
/// </remarks>
public abstract class Years(ITestOutputHelper output)
{
    private static int Steps => int.TryParse(Environment.GetEnvironmentVariable("NSDD311_STEPS"), out var steps) ? steps : 150;

    /// <summary>Runs a seed and prints what happened in it.</summary>
    protected void Live(int seed)
    {
        var world = Run(seed, Steps);
        output.WriteLine($"{world.Told}\n{string.Join('\n', world.Events.OrderBy(entry => entry.Key).Select(entry => $"{entry.Value,6} {entry.Key}"))}");
    }

    internal static World Run(int seed, int steps)
    {
        var world = new World(seed, new MemoryJournal());
        world.Run(steps);
        return world;
    }

    protected static TheoryData<int> SeedsOf(int half)
    {
        int[] asked = Environment.GetEnvironmentVariable("NSDD311_SEEDS") is { Length: > 0 } seeds
            ? [.. seeds.Split('-').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))] : [1, 60];
        
        // A theory without data fails, so a lone seed is run by both.
        return asked[0] == asked[^1] ? [asked[0]] : [.. Enumerable.Range(asked[0], asked[^1] - asked[0] + 1).Where(seed => seed % 2 == half)];
    }
}

public sealed class EvenYears(ITestOutputHelper output) : Years(output)
{
    public static TheoryData<int> Seeds => SeedsOf(0);

    [Theory, MemberData(nameof(Seeds))]
    public void Invariants_hold_on_every_seed(int seed) => Live(seed);
}

public sealed class OddYears(ITestOutputHelper output) : Years(output)
{
    public static TheoryData<int> Seeds => SeedsOf(1);

    [Theory, MemberData(nameof(Seeds))]
    public void Invariants_hold_on_every_seed(int seed) => Live(seed);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_seed_makes_the_same_journal_again_to_the_last_hash(int seed) => Run(seed, 100).Fingerprint.Should().Be(Run(seed, 100).Fingerprint);
}
