using Nsdd311.Runtime.Engine;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Tests.Toy;
using Nsdd311.Sqlite;

namespace Nsdd311.Runtime.Tests.Sqlite;

public sealed class KilledUnderLoad : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_survives_and_is_answered_again_the_same()
    {
        Dictionary<string, long> acknowledged = [];
        for (var kill = 0; kill < 5; kill++)
            foreach (var (key, version) in await LoadedProcess.KillAfter(folder.Path, $"kill{kill}", 20 + kill * 37)) acknowledged.Add(key, version);

        await using var journal = SqliteJournal.Open(folder.Path, TimeProvider.System);
        (await ChainVerification.Verify(journal, default)).Fault.Should().BeNull();
        await using var runtime = new LocalRuntime(journal, Toys.Model, new Shelf(Toys.Charter), new EverybodySeated(), null, TimeProvider.System);
        await runtime.Start(default);
        foreach (var (key, version) in acknowledged)
            (await runtime.Execute(LoadedProcess.Command(key), default)).Should().BeEquivalentTo(new { Version = version, Repeated = true }, key);

        await runtime.CatchUp(default);
        await EverythingOwedWasPaidOnce(runtime);
    }

    private static async Task EverythingOwedWasPaidOnce(LocalRuntime runtime)
    {
        var promised = 0;
        for (var i = 0; i < 3; i++)
        {
            var state = (TallyState.Counting?)(await runtime.Read(new(Toys.Bound, $"n{i}"), null, default))?.State;
            state?.Debts.Should().BeEmpty();
            promised += state?.Promises ?? 0;
        }

        promised.Should().BePositive();
        ((TallyState.Counting)(await runtime.Read(Toys.Two, null, default))!.State).Total.Should().Be(promised);
    }
}
